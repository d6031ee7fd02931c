"use client";
// Who ordered what from whom, and when it is due.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PaidBy } from "@/components/paid-by";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { useEndReason } from "@/components/use-end-reason";
import { branchName } from "@/lib/format/branch-name";
import { telephoneUrl } from "@/lib/format/telephone";
import type { Order } from "@/lib/orders/schema";

export function OrderFacts({ order }: { order: Order }) {
  const t = useTranslations("admin.order");
  const tOrder = useTranslations("orders");
  const endReason = useEndReason();
  const { branch, customer, courier } = order;
  return (
    <Card>
      <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        <Fact label={t("branch")} detail={branch.address_text} phone={branch.phone}>
          {branchName(branch.vendor.name, branch.name)}
        </Fact>
        <Fact label={t("customer")} detail={order.address?.text} phone={customer.phone}>
          {customer.full_name}
        </Fact>
        {order.type === "delivery" && (
          <Fact label={t("courier")} phone={courier?.phone}>
            {courier ? courier.full_name : <span className="text-ink-3">{t("noCourier")}</span>}
          </Fact>
        )}
        <Fact label={t("kind")} detail={<PaidBy order={order} />}>
          {tOrder(`type.${order.type}`)}
        </Fact>
        <Fact label={t("placed")}>
          <Clock at={order.created_at} date />
        </Fact>
        <Fact label={t("due")} detail={order.scheduled_for ? t("scheduled") : undefined}>
          <Clock at={order.eta_at} date />
        </Fact>
        {order.note && <Fact label={t("note")}>{order.note}</Fact>}
        {order.end_reason && <Fact label={t("endReason")}>{endReason(order.end_reason)}</Fact>}
      </dl>
    </Card>
  );
}

function Fact({
  label,
  detail,
  phone,
  children,
}: {
  label: string;
  detail?: ReactNode;
  phone?: string | null | undefined;
  children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="font-medium">{children}</dd>
      {detail && <dd className="text-sm text-ink-2">{detail}</dd>}
      {phone && (
        <dd>
          <a
            href={telephoneUrl(phone)}
            className="inline-flex min-h-control-sm items-center text-sm font-medium text-brand-ink"
          >
            {phone}
          </a>
        </dd>
      )}
    </div>
  );
}
