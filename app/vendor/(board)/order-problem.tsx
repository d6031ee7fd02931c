"use client";
// What the customer of this order says is wrong with it, where there is something.
import { useTranslations } from "next-intl";
import { useResource } from "@/lib/browser/use-resource";
import type { DisputePage } from "@/lib/disputes/schema";
import { VendorDispute } from "../disputes/vendor-dispute";

export function OrderProblem({ orderId }: { orderId: string }) {
  const t = useTranslations("disputes");
  const { data, mutate } = useResource<DisputePage>(`/api/disputes?order_id=${orderId}`);
  if (!data || data.data.length === 0) return null;
  return (
    <section className="grid gap-3 rounded-md border border-warning p-3">
      <h3 className="text-base">{t("customerSays")}</h3>
      {data.data.map((dispute) => (
        <VendorDispute
          key={dispute.id}
          dispute={dispute}
          onChanged={(next) =>
            mutate((now) => now && { ...now, data: now.data.map((old) => (old.id === next.id ? next : old)) })
          }
        />
      ))}
    </section>
  );
}
