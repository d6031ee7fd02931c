"use client";
// One saga: what it is about, where it stands, why it went no further, and when it will be tried again.
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Clock, TimeAgo } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import type { Saga } from "@/lib/payments/schema";

const TONES: Record<Saga["state"], Tone> = {
  running: "info",
  waiting: "neutral",
  stuck: "danger",
  done: "success",
  compensated: "warning",
};

const ENDED: ReadonlySet<Saga["state"]> = new Set(["done", "compensated"]);

/** `onAct` asks for an action. A refund may be given up only when it is stuck: until then the provider may still pay it. */
export function SagaRow({ saga, onAct }: { saga: Saga; onAct: (action: "retry" | "compensate") => void }) {
  const t = useTranslations("admin.money.sagas");
  const step = saga.step as "create";
  const ended = ENDED.has(saga.state);
  return (
    <li
      data-testid="saga"
      data-state={saga.state}
      className="grid gap-x-4 gap-y-2 px-4 py-3 xl:grid-cols-[12rem_minmax(0,1fr)_7rem_18rem] xl:items-center"
    >
      <div className="min-w-0">
        <p className="font-semibold">{t(`kind.${saga.kind}`)}</p>
        <p className="text-sm text-ink-3">
          {saga.order ? (
            <Link
              href={`/admin/orders/${saga.order.id}`}
              className="font-medium text-brand-ink hover:underline"
            >
              #{saga.order.number}
            </Link>
          ) : (
            t("funding")
          )}
          {" · "}
          <TimeAgo at={saga.created_at} />
        </p>
      </div>
      <div className="grid min-w-0 gap-0.5 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={TONES[saga.state]} dot pulse={saga.state === "running"}>
            {t(`state.${saga.state}`)}
          </Badge>
          <span>{t.has(`step.${step}`) ? t(`step.${step}`) : saga.step}</span>
          {saga.attempts > 0 && <span className="text-ink-3">{t("attempts", { count: saga.attempts })}</span>}
        </p>
        {saga.last_error && <p className="font-mono text-xs break-words text-danger">{saga.last_error}</p>}
        {!ended && saga.state !== "stuck" && saga.next_run_at && (
          <p className="text-ink-3">
            {t.rich("next", { time: () => <Clock at={saga.next_run_at ?? ""} date /> })}
            {saga.deadline && (
              <>
                {" · "}
                {t.rich("deadline", { time: () => <Clock at={saga.deadline ?? ""} date /> })}
              </>
            )}
          </p>
        )}
      </div>
      <Money minor={saga.amount_minor} className="font-semibold xl:text-right" />
      {!ended && (
        <div className="flex flex-wrap gap-2 xl:justify-end">
          <Button size="sm" variant="secondary" onClick={() => onAct("retry")}>
            {t("retry")}
          </Button>
          {(saga.kind === "card_payment" || saga.state === "stuck") && (
            <Button size="sm" variant="danger-quiet" onClick={() => onAct("compensate")}>
              {t(`compensate.${saga.kind}`)}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
