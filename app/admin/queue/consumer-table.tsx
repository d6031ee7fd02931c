"use client";
// Who acts on what happened, how much waits for each, and the switch that holds one back.
import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/clock";
import type { ConsumerState } from "@/lib/operations/schema";
import { Cell, Head, Table } from "./cells";
import { useConsumerJob, useDuration } from "./use-words";

/** `onAsk` asks to pause a consumer, or to let it go on. */
export function ConsumerTable({
  consumers,
  onAsk,
}: {
  consumers: ConsumerState[];
  onAsk: (consumer: ConsumerState) => void;
}) {
  const t = useTranslations("queue.consumers");
  return (
    <Table
      title={t("title")}
      heads={
        <>
          <Head>{t("name")}</Head>
          <Head figure>{t("ready")}</Head>
          <Head figure wide>
            {t("running")}
          </Head>
          <Head figure wide>
            {t("retrying")}
          </Head>
          <Head figure>{t("dead")}</Head>
          <Head figure wide>
            {t("oldest")}
          </Head>
          <Head figure wide>
            {t("hour")}
          </Head>
          <Head figure>
            <span className="sr-only">{t("actions")}</span>
          </Head>
        </>
      }
    >
      {consumers.map((consumer) => (
        <ConsumerRow key={consumer.name} consumer={consumer} onAsk={() => onAsk(consumer)} />
      ))}
    </Table>
  );
}

function ConsumerRow({ consumer, onAsk }: { consumer: ConsumerState; onAsk: () => void }) {
  const t = useTranslations("queue.consumers");
  const jobOf = useConsumerJob();
  const duration = useDuration();
  const { name, ready, running, retrying, dead, oldest_seconds, done_hour, failed_hour, paused_at } =
    consumer;
  const hour = t("doneFailed", { done: done_hour, failed: failed_hour });
  const action = paused_at === null ? "pause" : "resume";
  return (
    <tr data-testid="consumer" data-name={name} data-paused={paused_at !== null}>
      <th scope="row" className="py-2.5 pr-1.5 pl-4 font-normal sm:pr-4">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold break-all">{name}</span>
          {consumer.ordered && <span className="text-xs text-ink-3">{t("ordered")}</span>}
          {paused_at !== null && (
            <Badge tone="warning">
              <span>{t.rich("paused", { time: () => <TimeAgo at={paused_at} /> })}</span>
            </Badge>
          )}
        </span>
        <span className="block text-ink-3">{jobOf(name)}</span>
        <span className="block text-xs text-ink-3 md:hidden">
          {hour} · {t("running")} {running} · {t("retrying")} {retrying}
        </span>
      </th>
      <Cell figure>{ready}</Cell>
      <Cell figure wide>
        {running}
      </Cell>
      <Cell figure wide tone={retrying > 0 ? "warning" : undefined}>
        {retrying}
      </Cell>
      <Cell figure tone={dead > 0 ? "danger" : undefined}>
        {dead}
      </Cell>
      <Cell figure wide>
        {oldest_seconds > 0 ? duration(oldest_seconds) : "–"}
      </Cell>
      <Cell figure wide>
        {hour}
      </Cell>
      <Cell figure>
        <Button
          size="sm"
          variant={action === "pause" ? "ghost" : "soft"}
          aria-label={t(`${action}Of`, { name })}
          icon={
            action === "pause" ? (
              <Pause aria-hidden className="size-4" />
            ) : (
              <Play aria-hidden className="size-4" />
            )
          }
          onClick={onAsk}
        >
          <span className="max-md:hidden">{t(action)}</span>
        </Button>
      </Cell>
    </tr>
  );
}
