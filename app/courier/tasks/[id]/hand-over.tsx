"use client";
// The question before an order counts as delivered, with the amount to take: it cannot be undone from here.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import type { Order } from "@/lib/orders/schema";
import { CollectPanel } from "../../collect";

export function HandOver({
  open,
  onClose,
  task,
  pending,
  onConfirm,
}: {
  open: boolean;
  onClose: () => void;
  task: Order;
  pending: boolean;
  onConfirm: () => void;
}) {
  const t = useTranslations("courier.handOver");
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("title")}
      footer={
        <div className="grid w-full gap-2">
          <Button size="lg" full className="min-h-16 text-xl" pending={pending} onClick={onConfirm}>
            {t("confirm")}
          </Button>
          <Button variant="ghost" size="lg" full onClick={onClose}>
            {t("notYet")}
          </Button>
        </div>
      }
    >
      <div className="grid gap-3">
        <p>{t("to", { name: task.customer.full_name })}</p>
        <CollectPanel order={task} />
      </div>
    </Sheet>
  );
}
