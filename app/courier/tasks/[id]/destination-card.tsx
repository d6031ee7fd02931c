"use client";
// Where to go now, with directions and a call one tap away.
import { Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { branchName } from "@/lib/format/branch-name";
import { formatDistance } from "@/lib/format/distance";
import { telephoneUrl } from "@/lib/format/telephone";
import type { Order } from "@/lib/orders/schema";
import { useDesk } from "../../desk";
import { destination, legs } from "../../task-order";
import { DirectionsButton } from "./navigation";

export function DestinationCard({ task }: { task: Order }) {
  const t = useTranslations("courier");
  const locale = useLocale();
  const { sharing } = useDesk();
  const goal = destination(task);
  const { toBranch, toDoor } = legs(task, sharing.here);
  const atDoor = goal.place === "door";
  const metres = atDoor ? toDoor : toBranch;
  const phone = atDoor ? task.customer.phone : task.branch.phone;

  return (
    <Card className="grid gap-3">
      <div>
        <p className="flex items-baseline justify-between gap-3 text-sm font-medium text-ink-2">
          <span>{t(atDoor ? "go.door" : "go.branch")}</span>
          <span>
            {t.rich("task.by", { time: () => <Clock at={task.eta_at} className="font-semibold text-ink" /> })}
          </span>
        </p>
        <h2 className="mt-1 text-xl">
          {atDoor ? task.customer.full_name : branchName(task.branch.vendor.name, task.branch.name)}
        </h2>
        <p className="mt-0.5 text-base">{atDoor ? task.address?.text : task.branch.address_text}</p>
        {metres !== null && (
          <p className="mt-1 text-ink-2">{t("go.away", { distance: formatDistance(metres, locale) })}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <DirectionsButton to={goal} />
        {phone && (
          <a
            href={telephoneUrl(phone)}
            className={buttonClass({ variant: "secondary" }, "min-h-14 flex-auto")}
          >
            <Phone aria-hidden className="size-5" />
            {t(atDoor ? "go.callCustomer" : "go.callBranch")}
          </a>
        )}
      </div>
    </Card>
  );
}
