"use client";
// What the courier did and the server does not know yet, and what it would not take. Nothing here is lost: it is sent in order.
import { CloudOff, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Clock } from "@/components/ui/clock";
import { ApiError } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useDesk } from "../desk";
import type { Dropped, Op } from "./op";

const ENDED = new Set(["REJECTED", "CANCELED_BY_USER", "CANCELED_BY_VENDOR"]);

/** Of one order when `orderId` is given, else of all; nothing while all is told. */
export function PendingTaps({ orderId }: { orderId?: string }) {
  const t = useTranslations("courier.queue");
  const errorText = useErrorText();
  const { taps } = useDesk();
  const mine = (op: Op) => orderId === undefined || op.orderId === orderId;
  const waiting = taps.ops.filter(mine);
  const dropped = taps.dropped.filter(({ op }) => mine(op));
  const what = (op: Op) => t(`tap.${op.kind === "move" ? op.to : op.kind}`, { number: op.number });

  function why({ code, status }: Dropped): string {
    if (status && ENDED.has(status)) return t("canceled");
    if (code === "NOT_FOUND") return t("gone");
    return errorText(new ApiError({ status: 0, code, message: "" }));
  }
  return (
    <>
      {waiting.length > 0 && (
        <section
          role="status"
          data-testid="pending-taps"
          className="grid gap-1.5 rounded-lg border border-line bg-info-soft px-4 py-3"
        >
          <p className="flex items-center gap-2 font-semibold">
            <CloudOff aria-hidden className="size-5 text-info" />
            {t("waiting", { count: waiting.length })}
          </p>
          <ul className="grid gap-1 text-sm">
            {waiting.map((op) => (
              <li key={op.key} className="flex justify-between gap-3">
                <span>{what(op)}</span>
                <Clock at={new Date(op.at).toISOString()} className="text-ink-2" />
              </li>
            ))}
          </ul>
        </section>
      )}
      {dropped.length > 0 && (
        <section
          role="alert"
          data-testid="dropped-taps"
          className="grid gap-2 rounded-lg border border-line bg-danger-soft px-4 py-3"
        >
          <p className="flex items-center gap-2 font-semibold">
            <RefreshCw aria-hidden className="size-5 text-danger" />
            {t("dropped")}
          </p>
          <ul className="grid gap-1.5 text-sm">
            {dropped.map((one) => (
              <li key={one.op.key}>
                <span className="font-medium">
                  {what(one.op)} · <Clock at={new Date(one.op.at).toISOString()} />
                </span>
                <br />
                {why(one)}
              </li>
            ))}
          </ul>
          <Button variant="secondary" full onClick={taps.dismiss}>
            {t("understood")}
          </Button>
        </section>
      )}
    </>
  );
}
