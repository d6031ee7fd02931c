"use client";
// What of an order's money can still be given back, and the way to do it. It stays when nothing is left: the sheet says what happened.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { refundable } from "@/lib/orders/payment";
import type { Order } from "@/lib/orders/schema";

const RefundSheet = lazySheet(() =>
  import("@/components/refund/refund-sheet").then((module) => module.RefundSheet),
);

/** `onChanged` is called when the order should be read again. */
export function GiveRefund({ order, onChanged }: { order: Order; onChanged: () => void }) {
  const t = useTranslations("vendor.refund");
  const [open, setOpen] = useState(false);
  const left = refundable(order);
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg">{t("refund")}</h2>
      <p className="flex justify-between gap-3">
        <span className="text-ink-2">{t("refundable")}</span>
        <Money minor={left} className="font-semibold" />
      </p>
      {left > 0 && (
        <Button variant="secondary" data-testid="refund" onClick={() => setOpen(true)}>
          {t("action")}
        </Button>
      )}
      <RefundSheet open={open} order={order} onClose={() => setOpen(false)} onChanged={onChanged} />
    </Card>
  );
}
