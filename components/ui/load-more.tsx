// The end of a keyset-paginated list: a button for the next page, or nothing when there is none.
import { useTranslations } from "next-intl";
import { Button } from "./button";

/** Shown only while `cursor` (the list's `next_cursor`) is not null. */
export function LoadMore({
  cursor,
  pending,
  onMore,
}: {
  cursor: string | null;
  pending?: boolean;
  onMore: (cursor: string) => void;
}) {
  const t = useTranslations("common");
  if (cursor === null) return null;
  return (
    <div className="grid justify-items-center py-6">
      <Button data-testid="load-more" variant="secondary" pending={pending} onClick={() => onMore(cursor)}>
        {t("loadMore")}
      </Button>
    </div>
  );
}
