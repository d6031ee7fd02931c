"use client";
// What a person was told lately, in the words they were told it in.
import { useTranslations } from "next-intl";
import { useWords } from "@/components/notifications/use-words";
import { Card } from "@/components/ui/card";
import { TimeAgo } from "@/components/ui/clock";
import { Skeleton } from "@/components/ui/skeleton";
import type { Person } from "@/lib/desk/schema";
import { saidOf } from "@/lib/notifications/words";

export function PersonNotices({ notices }: { notices: Person["notifications"] }) {
  const t = useTranslations("desk.person");
  const known = useWords();
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg">{t("notifications")}</h2>
      {notices.length === 0 ? (
        <p className="text-ink-2">{t("noNotifications")}</p>
      ) : known === null ? (
        <Skeleton className="h-32" />
      ) : (
        <ul className="grid gap-3">
          {notices.map((notice) => {
            const { title, body } = saidOf(notice, known.locale, known.words);
            return (
              <li key={notice.id}>
                <p className="font-medium">{title}</p>
                <p className="text-sm text-ink-2">{body}</p>
                <p className="text-sm text-ink-3">
                  <TimeAgo at={notice.created_at} />
                  {notice.read_at === null && ` · ${t("unread")}`}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
