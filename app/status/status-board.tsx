"use client";
// What works and what does not, in plain words, asked again while somebody looks.
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { useResource } from "@/lib/browser/use-resource";
import type { Health } from "@/lib/flows/health";

const AGAIN_MS = 15_000;
const PARTS = ["database", "payments", "realtime", "email", "redis"] as const;
const TONES = { healthy: "success", degraded: "warning", unhealthy: "danger" } as const;
const PART_TONES: Record<Health["checks"]["redis"]["status"], Tone> = {
  healthy: "success",
  unhealthy: "danger",
  off: "neutral",
};

/** `initial` is what the server found when the page was asked for. */
export function StatusBoard({ initial }: { initial: Health }) {
  const t = useTranslations("status");
  const { data = initial, error, reload } = useResource<Health>("/api/health", initial);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void reload();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [reload]);

  return (
    <>
      <h1 className="text-2xl">{t("title")}</h1>
      <Notice
        tone={error ? "warning" : TONES[data.status]}
        live={Boolean(error) || data.status !== "healthy"}
      >
        {error ? t("unreachable") : t(`overall.${data.status}`)}
      </Notice>
      <Card flush>
        <ul className="divide-y divide-line">
          {PARTS.map((part) => {
            const { status } = data.checks[part];
            return (
              <li key={part} className="grid gap-1 p-4">
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <h2 className="text-base font-semibold">{t(`parts.${part}.name`)}</h2>
                  <Badge tone={PART_TONES[status]} dot>
                    {t(`state.${status}`)}
                  </Badge>
                </div>
                <p className="text-sm text-ink-2">{t(`parts.${part}.${status}`)}</p>
              </li>
            );
          })}
        </ul>
      </Card>
      <p className="text-sm text-ink-2">
        {t.rich("checkedAt", { time: () => <Clock at={data.timestamp} /> })} {t("refreshes")}
      </p>
    </>
  );
}
