"use client";
// The list below the search's field: groups of choices, the chosen one in sight.
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Badge } from "@/components/ui/badge";
import { Clock } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Hit } from "./hits";

const KINDS = ["orders", "users", "vendors", "couriers"] as const;

/** `chosen` is a hit's key; `onPoint` tells the place of the one under the mouse. */
export function SearchResults({
  id,
  hits,
  chosen,
  onChoose,
  onPoint,
}: {
  id: string;
  hits: Hit[];
  chosen: string | undefined;
  onChoose: (href: string) => void;
  onPoint: (place: number) => void;
}) {
  const t = useTranslations("desk.search");
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [id, chosen]);
  return (
    <div id={id} role="listbox" aria-label={t("label")} className="grid grid-cols-1 gap-3">
      {KINDS.filter((kind) => hits.some((hit) => hit.kind === kind)).map((kind) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <p id={`${id}-${kind}`} className="px-3 py-1 text-sm font-semibold text-ink-2">
            {t(kind)}
          </p>
          {hits.map(
            (hit, place) =>
              hit.kind === kind && (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and has the keys
                // biome-ignore lint/a11y/useFocusableInteractive: chosen by aria-activedescendant
                <div
                  key={hit.key}
                  id={`${id}-${hit.key}`}
                  role="option"
                  aria-selected={hit.key === chosen}
                  data-href={hit.href}
                  onClick={() => onChoose(hit.href)}
                  onMouseMove={() => onPoint(place)}
                  className={cx(
                    "flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 rounded-md px-3 py-1.5",
                    hit.key === chosen && "bg-brand-soft outline-2 -outline-offset-2 outline-brand-ink",
                  )}
                >
                  <HitText hit={hit} />
                </div>
              ),
          )}
        </div>
      ))}
    </div>
  );
}

function HitText({ hit }: { hit: Hit }) {
  const t = useTranslations("desk.search");
  const tRole = useTranslations("desk.role");
  const quiet = "min-w-0 truncate text-sm text-ink-2";
  switch (hit.kind) {
    case "orders":
      return (
        <>
          <span className="font-bold tabular-nums">#{hit.item.number}</span>
          <StatusBadge status={hit.item.status} />
          <span className={quiet}>
            {hit.item.branch} · {hit.item.customer} · <Clock at={hit.item.created_at} date />
          </span>
        </>
      );
    case "users":
      return (
        <>
          <span className="font-semibold">{hit.item.full_name}</span>
          <span className={quiet}>
            {hit.item.email} · {tRole(hit.item.role)}
          </span>
          {hit.item.suspended && <Badge tone="danger">{t("suspended")}</Badge>}
        </>
      );
    case "vendors":
      return (
        <>
          <span className="font-semibold">{hit.item.name}</span>
          {!hit.item.verified && <Badge tone="danger">{t("hidden")}</Badge>}
        </>
      );
    case "couriers":
      return (
        <>
          <span className="font-semibold">{hit.item.full_name}</span>
          <span className={quiet}>
            {hit.item.vendor} · {t(hit.item.shift_status)}
          </span>
        </>
      );
  }
}
