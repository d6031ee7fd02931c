"use client";
// Handing an order to another of its vendor's couriers, or taking it back, between confirmation and pick-up.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Courier } from "@/lib/couriers/schema";
import type { Order } from "@/lib/orders/schema";

const ASSIGNABLE = new Set<Order["status"]>(["CONFIRMED", "PREPARING", "READY"]);

/** `couriers` are the vendor's; `onChange` gets the order, `byOther` when someone else's change came first. */
export function CourierChoice({
  order,
  couriers,
  onChange,
}: {
  order: Order;
  couriers: readonly Courier[];
  onChange: (next: Order, byOther: boolean) => void;
}) {
  const t = useTranslations("admin.courier");
  const errorText = useErrorText();
  const toast = useToast();
  const current = order.courier?.id ?? "";
  const [chosen, setChosen] = useState<string | null>(null);
  const value = chosen ?? current;

  const assign = useAction(async () => {
    try {
      const body = { courier_id: value || null, version: order.version };
      onChange(await api.put<Order>(`/api/orders/${order.id}/courier`, body), false);
      toast({ title: t("done"), tone: "success" });
      setChosen(null);
    } catch (error) {
      const fresh =
        error instanceof ApiError && error.code !== "COURIER_BUSY" ? error.details.current : undefined;
      if (!fresh) throw error;
      setChosen(null);
      onChange(fresh as Order, true);
    }
  });
  if (!ASSIGNABLE.has(order.status)) return null;

  return (
    <Card>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void assign.run();
        }}
      >
        <h2 className="text-lg">{t("title")}</h2>
        <Field label={t("choose")} hideLabel>
          {(control) => (
            <Select
              {...control}
              name="courier_id"
              value={value}
              onChange={(event) => setChosen(event.target.value)}
            >
              <option value="">{t("none")}</option>
              {couriers
                .filter(({ active, id }) => active || id === current)
                .map((courier) => (
                  <option
                    key={courier.id}
                    value={courier.id}
                    disabled={courier.shift_status === "offline" && courier.id !== current}
                  >
                    {courier.shift_status === "offline"
                      ? t("offShift", { name: courier.full_name })
                      : t("onShift", { name: courier.full_name, count: courier.active_orders })}
                  </option>
                ))}
            </Select>
          )}
        </Field>
        {assign.error !== null && (
          <Notice tone="danger" live>
            {errorText(assign.error)}
          </Notice>
        )}
        <Button type="submit" variant="secondary" disabled={value === current} pending={assign.pending}>
          {value === "" && current ? t("takeBack") : t("assign")}
        </Button>
      </form>
    </Card>
  );
}
