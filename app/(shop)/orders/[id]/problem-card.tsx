"use client";
// The order's problem, if there is one, and the way to report one.
import { MessageSquareWarning } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DisputeText } from "@/components/disputes/dispute-text";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useResource } from "@/lib/browser/use-resource";
import type { Dispute, DisputePage } from "@/lib/disputes/schema";
import { useLive } from "@/lib/live/use-live";

const ProblemSheet = lazySheet(() => import("./problem-sheet").then((module) => module.ProblemSheet));

export function ProblemCard({ orderId }: { orderId: string }) {
  const t = useTranslations("disputes");
  const { data, reload, mutate } = useResource<DisputePage>(`/api/disputes?order_id=${orderId}`);
  const [open, setOpen] = useState(false);
  const waits = data?.data.some(({ state }) => state !== "resolved");
  useLive({ topics: [], reread: () => waits && reload() }); // an answer to it is no change of the order
  if (!data) return null; // read quietly: without it the page is whole
  return (
    <>
      {data.data.map((dispute) => (
        <Card key={dispute.id} className="grid gap-3">
          <h2 className="text-xl">{t("yours")}</h2>
          <DisputeText dispute={dispute} />
        </Card>
      ))}
      {!waits && (
        <Button
          variant="ghost"
          icon={<MessageSquareWarning aria-hidden className="size-5" />}
          className="justify-self-start"
          data-testid="report-problem"
          onClick={() => setOpen(true)}
        >
          {t("report")}
        </Button>
      )}
      <ProblemSheet
        open={open}
        orderId={orderId}
        onClose={() => setOpen(false)}
        onSent={(dispute: Dispute) =>
          mutate((now) => ({ next_cursor: null, data: [dispute, ...(now?.data ?? [])] }))
        }
      />
    </>
  );
}
