"use client";
// What a file would do, line by line: what cannot be taken first, then what changes. What stays as it is is only counted.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import type { ImportLine } from "@/lib/catalog/menu-desk";
import { ImportChanges } from "./import-changes";
import type { Named } from "./named";

const VERDICTS = ["refuse", "add", "change", "leave"] as const;
type Verdict = (typeof VERDICTS)[number];
const TONES: Record<Verdict, Tone> = { refuse: "danger", add: "success", change: "info", leave: "neutral" };
const AT_ONCE = 100; // lines drawn before one asks for more

export function ImportPreview({
  name,
  lines,
  branches,
}: {
  name: string;
  lines: ImportLine[];
  branches: Named[];
}) {
  const t = useTranslations("vendor.menu.file");
  const common = useTranslations("common");
  const [only, setOnly] = useState<Verdict | null>(null);
  const [most, setMost] = useState(AT_ONCE);
  const counts = Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, lines.filter((line) => line.verdict === verdict).length]),
  ) as Record<Verdict, number>;
  const shown = only
    ? lines.filter(({ verdict }) => verdict === only)
    : VERDICTS.slice(0, 3).flatMap((one) => lines.filter(({ verdict }) => verdict === one));

  return (
    <section aria-labelledby="import-preview" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h3 id="import-preview" className="truncate text-lg">
        {t("preview", { name })}
      </h3>
      {counts.refuse > 0 ? (
        <Notice tone="danger" live>
          {t("refused", { count: counts.refuse })}
        </Notice>
      ) : (
        <Notice tone={shown.length > 0 ? "info" : "success"} live>
          {counts.add + counts.change > 0
            ? t("ready", { added: counts.add, changed: counts.change })
            : t("nothing")}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => (
          <Chip
            key={verdict}
            pressed={only === verdict}
            onClick={() => {
              setOnly(only === verdict ? null : verdict);
              setMost(AT_ONCE);
            }}
          >
            {t(`verdict.${verdict}`)} <span className="tabular-nums">{counts[verdict]}</span>
          </Chip>
        ))}
      </div>
      <ul className="divide-y divide-line">
        {shown.slice(0, most).map((line) => (
          <li key={line.line} data-testid="import-line" className="grid gap-1 py-2">
            <p className="flex items-center gap-2">
              <Badge tone={TONES[line.verdict]}>{t(`verdict.${line.verdict}`)}</Badge>
              <span className="min-w-0 flex-1 truncate font-semibold">{line.name || t("nameless")}</span>
              <span className="text-sm text-ink-3 tabular-nums">{t("line", { number: line.line })}</span>
            </p>
            {line.problems.map((problem) => (
              <p key={problem} className="text-sm text-danger">
                {t(`problem.${problem}`)}
              </p>
            ))}
            {line.verdict !== "refuse" && <ImportChanges line={line} branches={branches} />}
          </li>
        ))}
      </ul>
      {shown.length > most && (
        <Button variant="secondary" className="justify-self-center" onClick={() => setMost(most + AT_ONCE)}>
          {common("loadMore")}
        </Button>
      )}
    </section>
  );
}
