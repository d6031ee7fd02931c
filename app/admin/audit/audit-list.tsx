"use client";
// Entries of the record: who did what and why; what it changed on demand.
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Clock } from "@/components/ui/clock";
import type { AuditEntry } from "@/lib/desk/schema";
import { knownAction } from "./actions";

const ROOM: Record<string, (id: string) => string> = {
  order: (id) => `/admin/orders/${id}`,
  user: (id) => `/admin/users/${id}`,
};

export function AuditList({ entries }: { entries: AuditEntry[] }) {
  return (
    <ol className="divide-y divide-line">
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("desk.audit");
  const tAction = useTranslations("desk.action");
  const action = knownAction(entry.action);
  const about = t("about", { type: entry.subject_type, id: entry.subject_id });
  const href = ROOM[entry.subject_type]?.(entry.subject_id);
  return (
    <li data-testid="audit-entry" data-action={entry.action} className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{action ? tAction(action) : entry.action}</span>
        <span className="text-ink-2">{entry.actor.full_name ?? t("gone")}</span>
        <Clock at={entry.at} date className="text-sm text-ink-3 sm:ml-auto" />
      </p>
      {entry.reason && <p className="break-words">“{entry.reason}”</p>}
      <details className="text-sm text-ink-2">
        <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-md hover:text-ink">
          {t("details")}
        </summary>
        <dl className="grid gap-1 break-words">
          <dt className="sr-only">{t("subject")}</dt>
          <dd>
            {href ? (
              <Link
                href={href}
                className="inline-flex min-h-11 items-center break-all text-brand-ink underline"
              >
                {about}
              </Link>
            ) : (
              about
            )}
          </dd>
          <Facts label={t("before")} facts={entry.before} />
          <Facts label={t("after")} facts={entry.after} />
          {entry.request_id && <Line label={t("request")} value={entry.request_id} />}
          <Line label={t("hash")} value={`#${entry.id} ${entry.hash}`} />
        </dl>
      </details>
    </li>
  );
}

function Facts({ label, facts }: { label: string; facts: AuditEntry["before"] }) {
  if (!facts || Object.keys(facts).length === 0) return null;
  return (
    <div>
      <dt className="text-ink-3">{label}</dt>
      <dd>
        <pre className="overflow-x-auto rounded-md bg-surface-2 p-2 font-mono text-xs whitespace-pre-wrap break-all">
          {JSON.stringify(facts, null, 1)}
        </pre>
      </dd>
    </div>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="inline text-ink-3">{label}: </dt>
      <dd className="inline font-mono text-xs break-all">{value}</dd>
    </div>
  );
}
