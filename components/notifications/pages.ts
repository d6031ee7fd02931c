// The pages of the bell's list as one list, newest first.
import type { NotificationPage } from "@/lib/notifications/schema";

/** The newest page read again: what is new stands before what was known, what was read meanwhile shows it. */
export function withNewest(known: NotificationPage | null, newest: NotificationPage): NotificationPage {
  const last = newest.data.at(-1);
  const at = known?.data.findIndex(({ id }) => id === last?.id) ?? -1;
  // Without a common one there is a gap between the two: older ones are asked for anew.
  if (!known || at < 0) return newest;
  return { ...newest, data: [...newest.data, ...known.data.slice(at + 1)], next_cursor: known.next_cursor };
}

/** The list with its next page. */
export function withOlder(known: NotificationPage | null, older: NotificationPage): NotificationPage {
  return { ...older, data: [...(known?.data ?? []), ...older.data] };
}

/** The list as it is once the given ones, or all, are read. */
export function withRead(known: NotificationPage, ids: string[] | "all"): NotificationPage {
  const now = new Date().toISOString();
  const isRead = (id: string) => ids === "all" || ids.includes(id);
  const fresh = known.data.filter(({ id, read_at }) => !read_at && isRead(id)).length;
  return {
    ...known,
    unread: ids === "all" ? 0 : known.unread - fresh,
    data: known.data.map((item) => (isRead(item.id) ? { ...item, read_at: item.read_at ?? now } : item)),
  };
}
