"use client";
// The list beside the one that is read. A decided application leaves the queue only when the next one is chosen, so that
// its outcome can be seen.
import { ArrowLeft, ClipboardCheck, Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TimeAgo } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { ReviewedApplication } from "@/lib/identity/applications";
import { useLive } from "@/lib/live/use-live";
import { usePages } from "../use-pages";
import { ApplicationDetail } from "./application-detail";
import type { Decided } from "./decision-form";

const TONES = { pending: "warning", approved: "success", rejected: "danger" } as const;

/** `path` is the list's first page in the API, `initial` that page as the server read it. */
export function ApplicationQueue({
  status,
  path,
  initial,
}: {
  status: ReviewedApplication["status"];
  path: string;
  initial: { data: ReviewedApplication[]; next_cursor: string | null };
}) {
  const t = useTranslations("admin.applications");
  const errorText = useErrorText();
  const { rows, cursor, error, reload, loadMore, put } = usePages<ReviewedApplication>(path, initial);
  const [open, setOpen] = useState<Decided | null>(null);
  useLive({ topics: [], reread: reload });
  const fresh = rows.find(({ id }) => id === open?.id); // a paper may have come since it was opened
  const shown: Decided | null = open ? { ...open, papers: fresh?.papers ?? open.papers } : (rows[0] ?? null);

  function changed(next: Decided) {
    put(next);
    setOpen(next);
  }

  if (!shown) {
    return (
      <EmptyState icon={status === "pending" ? <ClipboardCheck /> : <Inbox />} title={t(`none.${status}`)}>
        {status === "pending" ? t("noneHint") : null}
      </EmptyState>
    );
  }
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div className={cx("grid grid-cols-1 gap-2", open && "hidden lg:grid")}>
        {error !== null && (
          <Notice tone="warning" live>
            {errorText(error)}
          </Notice>
        )}
        <ul className="grid grid-cols-1 gap-2">
          {rows.map((application) => (
            <li key={application.id}>
              <button
                type="button"
                data-testid="application"
                data-status={application.status}
                aria-current={application.id === shown.id ? "true" : undefined}
                onClick={() => {
                  setOpen(application);
                  void reload();
                }}
                className={cx(
                  "grid w-full gap-1 rounded-lg border bg-surface px-4 py-3 text-left shadow-card hover:bg-surface-2",
                  application.id === shown.id ? "border-line lg:border-brand-ink" : "border-line",
                )}
              >
                <span className="flex items-start justify-between gap-2">
                  <span className="font-semibold">{application.business_name}</span>
                  <Badge tone={TONES[application.status]}>{t(`badge.${application.status}`)}</Badge>
                </span>
                <span className="flex justify-between gap-2 text-sm text-ink-2">
                  <span>
                    {application.district} / {application.city}
                  </span>
                  <TimeAgo at={application.created_at} />
                </span>
              </button>
            </li>
          ))}
        </ul>
        {rows.length === 0 && <p className="px-2 py-4 text-ink-2">{t(`none.${status}`)}</p>}
        <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
      </div>
      <Card className={open ? undefined : "hidden lg:block"}>
        <Button
          variant="ghost"
          className="mb-2 -ml-3 lg:hidden"
          icon={<ArrowLeft aria-hidden className="size-4" />}
          onClick={() => setOpen(null)}
        >
          {t("toList")}
        </Button>
        <ApplicationDetail key={shown.id} application={shown} onChange={changed} />
      </Card>
    </div>
  );
}
