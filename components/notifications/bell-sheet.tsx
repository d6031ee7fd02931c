"use client";
// The list behind the bell, newest first. Opening one marks it as read.
import { BellOff, Settings2 } from "lucide-react";
import Link from "next/link";
import { useErrorText } from "@/lib/browser/use-error-text";
import { formatTimeAgo } from "@/lib/format/time";
import { pathOf } from "@/lib/notifications/links";
import type { Notification, NotificationPage } from "@/lib/notifications/schema";
import { saidOf, translatorOf, type Words } from "@/lib/notifications/words";
import type { Locale } from "@/lib/platform/locales";
import { Button, ButtonLink } from "../ui/button";
import { cx } from "../ui/cx";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { LoadMore } from "../ui/load-more";
import { Sheet } from "../ui/sheet";
import { Skeleton } from "../ui/skeleton";
import type { useNotifications } from "./use-notifications";

type Said = { locale: Locale; words: Words };

/** `list` is null until it was read; `more` asks for its next page. */
export function BellSheet({
  open,
  onClose,
  list,
  more,
  markRead,
  ...said
}: Said & { open: boolean; onClose: () => void } & ReturnType<typeof useNotifications>) {
  const t = translatorOf(said.locale, said.words);
  return (
    <Sheet
      open={open}
      onClose={onClose}
      placement="side"
      title={t("bell.title")}
      footer={
        <>
          <ButtonLink
            href="/account/notifications"
            variant="ghost"
            icon={<Settings2 aria-hidden className="size-5" />}
            onClick={onClose}
          >
            {t("bell.preferences")}
          </ButtonLink>
          {list !== null && list.unread > 0 && (
            <Button variant="secondary" onClick={() => markRead("all")}>
              {t("bell.markAll")}
            </Button>
          )}
        </>
      }
    >
      {list === null ? (
        <Skeleton className="h-40" />
      ) : list.data.length === 0 ? (
        <EmptyState icon={<BellOff />} title={t("bell.emptyTitle")}>
          {t("bell.emptyBody")}
        </EmptyState>
      ) : (
        <Items
          {...said}
          list={list}
          more={more}
          onOpen={(id) => {
            markRead([id]);
            onClose();
          }}
        />
      )}
    </Sheet>
  );
}

function Items({
  list,
  more,
  onOpen,
  ...said
}: Said & {
  list: NotificationPage;
  more: ReturnType<typeof useNotifications>["more"];
  onOpen: (id: string) => void;
}) {
  const errorText = useErrorText();
  return (
    <>
      <ul className="-mx-3 grid gap-0.5">
        {list.data.map((item) => (
          <Item key={item.id} {...said} item={item} onOpen={() => onOpen(item.id)} />
        ))}
      </ul>
      {more.error ? (
        <ErrorState message={errorText(more.error)} onRetry={() => more.run()} retrying={more.pending} />
      ) : (
        <LoadMore cursor={list.next_cursor} pending={more.pending} onMore={() => more.run()} />
      )}
    </>
  );
}

function Item({ item, onOpen, locale, words }: Said & { item: Notification; onOpen: () => void }) {
  const { title, body } = saidOf(item, locale, words);
  const unread = translatorOf(locale, words)("bell.unread");
  const isUnread = item.read_at === null;
  return (
    <li>
      <Link
        href={pathOf(item)}
        onClick={onOpen}
        data-testid="notification"
        data-kind={item.kind}
        data-unread={isUnread || undefined}
        className="flex gap-3 rounded-md px-3 py-3 hover:bg-surface-2 focus-visible:-outline-offset-2"
      >
        <span
          aria-hidden
          className={cx("mt-2 size-2 shrink-0 rounded-full", isUnread ? "bg-brand" : "bg-transparent")}
        />
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className={cx("text-ink", isUnread && "font-semibold")}>
            {title}
            {isUnread && <span className="sr-only">, {unread}</span>}
          </span>
          <span className="text-sm text-ink-2">{body}</span>
          <time dateTime={item.created_at} className="text-sm text-ink-3">
            {formatTimeAgo(item.created_at, locale)}
          </time>
        </span>
      </Link>
    </li>
  );
}
