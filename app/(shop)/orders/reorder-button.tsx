"use client";
// "Order again": fills the cart from today's menu, says what is not there any more or costs another price, and asks before it replaces another cart.
import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Menu } from "@/lib/catalog/schema";
import { formatMoney } from "@/lib/format/money";
import type { Order } from "@/lib/orders/schema";
import { cartActions } from "../cart/cart-actions";
import { useCart } from "../cart/cart-store";
import { linesAgain } from "./reorder";

/** For any order, best for one that has ended. */
export function ReorderButton({ order, className }: { order: Order; className?: string }) {
  const t = useTranslations("shop");
  const toast = useToast();
  const router = useRouter();
  const locale = useLocale();
  const errorText = useErrorText();
  const { cart } = useCart();
  const [asking, setAsking] = useState(false);
  const { id, name, vendor } = order.branch;

  const reorder = useAction(async () => {
    try {
      const menu = await api.get<Menu>(`/api/branches/${id}/menu`);
      const { lines, missing, repriced } = linesAgain(order, menu);
      if (lines.length === 0) {
        toast({ title: t("orders.nothingLeft"), tone: "danger" });
        return;
      }
      cartActions.clear();
      for (const line of lines)
        cartActions.add({ id, name, vendor_name: vendor.name, vendor_slug: vendor.slug }, line);
      if (missing.length > 0)
        toast({ title: t("orders.notLeft", { names: missing.join(", ") }), tone: "danger" });
      if (repriced.length > 0) {
        const price = (minor: number) => formatMoney(minor, { locale });
        const changes = repriced.map(
          ({ name, was_minor, now_minor }) => `${name} ${price(was_minor)} → ${price(now_minor)}`,
        );
        toast({ title: t("orders.repriced", { changes: changes.join(", ") }) });
      }
      router.push("/cart");
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
    }
  });

  return (
    <span className={className}>
      <Button
        variant="soft"
        size="sm"
        pending={reorder.pending}
        icon={<RotateCcw aria-hidden className="size-4" />}
        onClick={() => (cart.lines.length > 0 ? setAsking(true) : reorder.run())}
      >
        {t("orders.again")}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void reorder.run();
        }}
        title={t("menu.replaceTitle")}
        confirmLabel={t("menu.replaceConfirm")}
        danger={false}
      >
        <p>{t("menu.replaceBody", { from: cart.branch?.vendor_name ?? "", to: vendor.name })}</p>
      </Confirm>
    </span>
  );
}
