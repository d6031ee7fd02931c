"use client";
// The branches as cards: open or not, public or not, and the way to their settings.
import { Plus, Store } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { lazily } from "@/components/lazily";
import { useAtHand } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SheetLater } from "@/components/ui/sheet-later";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { useResource } from "@/lib/browser/use-resource";
import type { BranchPage } from "@/lib/catalog/branches";

const BranchCard = lazily(
  () => import("./branch-card").then((module) => module.BranchCard),
  <Skeleton className="h-44 rounded-lg" />,
);

const loadForm = () => import("./new-branch-form").then((module) => module.NewBranchForm);
const NewBranchForm = lazily(loadForm);

/** `children` is what all branches have in common. */
export function Branches({ initial, children }: { initial: BranchPage; children: ReactNode }) {
  const t = useTranslations("vendor.branches");
  const toast = useToast();
  useAtHand(loadForm);
  const router = useRouter();
  const { data = initial, mutate } = useResource<BranchPage>("/api/vendor/branches", initial);
  const [adding, setAdding] = useState(false);
  const add = (
    <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setAdding(true)}>
      {t("add")}
    </Button>
  );
  return (
    <div className="grid gap-4">
      <SectionHeading level={1} title={t("title")} actions={data.data.length > 0 && add} />
      {children}
      {data.data.length === 0 ? (
        <EmptyState icon={<Store aria-hidden />} title={t("empty")} action={add}>
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
          {data.data.map((branch) => (
            <BranchCard
              key={branch.id}
              branch={branch}
              onChange={(next) =>
                mutate({
                  ...data,
                  data: data.data.map((known) => (known.id === next.id ? next : known)),
                })
              }
            />
          ))}
        </ul>
      )}
      <SheetLater open={adding} onClose={() => setAdding(false)} title={t("new.title")} placement="side">
        <NewBranchForm
          onCreated={(branch) => {
            toast({ title: t("new.created", { name: branch.name }), tone: "success" });
            router.push(`/vendor/branches/${branch.id}`);
            router.refresh(); // the layout listens to every branch's orders: this one's too, from now on
          }}
        />
      </SheetLater>
    </div>
  );
}
