"use client";
// Figures counted from events: how far each has counted, and the way to count it anew.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/clock";
import type { Projection } from "@/lib/projections/schema";
import { Cell, Head, Table } from "./cells";
import { useDuration } from "./use-words";

/** `onAsk` asks to count one from the first event again. */
export function ProjectionTable({
  projections,
  onAsk,
}: {
  projections: Projection[];
  onAsk: (projection: Projection) => void;
}) {
  const t = useTranslations("queue.projections");
  return (
    <Table
      title={t("title")}
      heads={
        <>
          <Head>{t("name")}</Head>
          <Head figure>{t("behind")}</Head>
          <Head figure wide>
            {t("events")}
          </Head>
          <Head figure wide>
            {t("rows")}
          </Head>
          <Head figure wide>
            {t("advanced")}
          </Head>
          <Head figure>
            <span className="sr-only">{t("actions")}</span>
          </Head>
        </>
      }
    >
      {projections.map((projection) => (
        <ProjectionRow key={projection.name} projection={projection} onAsk={() => onAsk(projection)} />
      ))}
    </Table>
  );
}

function ProjectionRow({ projection, onAsk }: { projection: Projection; onAsk: () => void }) {
  const t = useTranslations("queue.projections");
  const duration = useDuration();
  const { name, lag_events, lag_seconds, events, rows, advanced_at, rebuilding } = projection;
  return (
    <tr data-testid="projection" data-name={name} data-rebuilding={rebuilding !== null}>
      <th scope="row" className="px-4 py-2.5 font-normal">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{t(`known.${name}`)}</span>
          {rebuilding && (
            <Badge tone="info" dot pulse>
              {t("rebuilding", { events: rebuilding.events })}
            </Badge>
          )}
        </span>
        <span className="block font-mono text-xs text-ink-3">{name}</span>
      </th>
      <Cell figure tone={lag_seconds > 60 ? "warning" : undefined}>
        {lag_events === 0 ? t("none") : t("lag", { events: lag_events, time: duration(lag_seconds) })}
      </Cell>
      <Cell figure wide>
        {events}
      </Cell>
      <Cell figure wide>
        {rows}
      </Cell>
      <Cell figure wide>
        {advanced_at === null ? "–" : <TimeAgo at={advanced_at} />}
      </Cell>
      <Cell figure>
        <Button
          size="sm"
          variant="ghost"
          disabled={rebuilding !== null}
          aria-label={t("rebuildOf", { name: t(`known.${name}`) })}
          onClick={onAsk}
        >
          {t("rebuild")}
        </Button>
      </Cell>
    </tr>
  );
}
