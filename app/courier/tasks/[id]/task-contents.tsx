"use client";
// What is in the bag and who gets it; and whom to call when something goes wrong.
import { MessageSquareText, PackageX, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeliveryPhotos } from "@/components/handover/delivery-photos";
import { DeliveryReports } from "@/components/handover/delivery-reports";
import { lazySheet } from "@/components/lazy-sheet";
import { OrderItemText } from "@/components/order-item-text";
import { PaidBy } from "@/components/paid-by";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { telephoneUrl } from "@/lib/format/telephone";
import { openReport } from "@/lib/orders/failure";
import type { Order } from "@/lib/orders/schema";
import { useDesk } from "../../desk";
import { isOnTheRoad, pieces } from "../../task-order";

const ReportSheet = lazySheet(() => import("./report-sheet").then((module) => module.ReportSheet));

/** Customer, note and items. */
export function TaskContents({ task }: { task: Order }) {
  const t = useTranslations("courier");
  const tOrder = useTranslations("orders");
  return (
    <Card className="grid gap-4">
      <div>
        <p className="text-sm text-ink-2">{tOrder("number", { number: task.number })}</p>
        <p className="font-semibold">{task.customer.full_name}</p>
        <p>{task.address?.text}</p>
        {task.customer.phone && !isOnTheRoad(task) && (
          <a
            href={telephoneUrl(task.customer.phone)}
            className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-brand-ink"
          >
            <Phone aria-hidden className="size-4" />
            {t("go.callCustomer")}
          </a>
        )}
      </div>
      {task.note && (
        <p className="flex gap-2.5 rounded-md bg-info-soft px-3.5 py-3 font-medium">
          <MessageSquareText aria-hidden className="mt-0.5 size-5 shrink-0 text-info" />
          <span>
            <span className="sr-only">{t("task.note")}: </span>
            {task.note}
          </span>
        </p>
      )}
      <div>
        <h2 className="text-base">{t("task.pieces", { count: pieces(task) })}</h2>
        <ul className="mt-1.5 divide-y divide-line">
          {task.items.map((item, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of an order never move, and a product may be on two of them
            <li key={line} className="flex gap-3 py-2">
              <span className="min-w-8 font-bold tabular-nums">{item.quantity}×</span>
              <OrderItemText item={item} />
            </li>
          ))}
        </ul>
      </div>
      <dl className="grid grid-cols-[1fr_auto] gap-y-1 border-t border-line pt-3 text-sm text-ink-2">
        {task.tip_minor > 0 && (
          <>
            <dt>{t("task.tip")}</dt>
            <dd>
              <Money minor={task.tip_minor} />
            </dd>
          </>
        )}
        <dt className="text-base font-semibold text-ink">{t("task.total")}</dt>
        <dd className="text-base font-semibold text-ink">
          <Money minor={task.total_minor} />
        </dd>
        <dt>{t("task.payment")}</dt>
        <dd>
          <PaidBy order={task} />
        </dd>
      </dl>
    </Card>
  );
}

/** Trouble on the way is told to the branch: it decides what happens to the order. */
export function TaskProblem({ task }: { task: Order }) {
  const t = useTranslations("courier.problem");
  const { taps } = useDesk();
  const [reporting, setReporting] = useState(false);
  const { phone } = task.branch;
  const told =
    openReport(task) || taps.ops.some(({ orderId, kind }) => orderId === task.id && kind === "failed");
  return (
    <Card className="grid gap-3">
      <h2 className="text-base">{t("title")}</h2>
      <DeliveryReports order={task} />
      <DeliveryPhotos order={task} />
      <p className="text-ink-2">{t(phone ? "hint" : "hintNoPhone")}</p>
      {isOnTheRoad(task) && !told && (
        <Button
          variant="secondary"
          size="lg"
          full
          className="min-h-14"
          icon={<PackageX aria-hidden className="size-5" />}
          onClick={() => setReporting(true)}
        >
          {t("report")}
        </Button>
      )}
      <ReportSheet open={reporting} onClose={() => setReporting(false)} task={task} />
      {phone && (
        <a
          href={telephoneUrl(phone)}
          className={buttonClass({ variant: "secondary", size: "lg", full: true })}
        >
          <Phone aria-hidden className="size-5" />
          {t("callBranch")}
        </a>
      )}
    </Card>
  );
}
