"use client";
// The list's further pages, one a tap. The first page is the server's; a card's code comes with the second.
import { useState } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { VendorPage } from "@/lib/catalog/schema";

type Card = typeof import("../vendor-card").VendorCard;

/** `path` asks the API the list's question; `cursor` follows the page before. `<li>`s come before the button. */
export function MoreVendors({
  path,
  cursor: first,
  hearts,
  exact,
}: {
  path: string;
  cursor: string;
  hearts: { liked: string[]; signIn: string | null } | null;
  exact: boolean;
}) {
  const errorText = useErrorText();
  const [shown, setShown] = useState<{ pages: VendorPage[]; Card: Card | null }>({ pages: [], Card: null });
  const last = shown.pages.at(-1);
  const cursor = last ? last.next_cursor : first;
  const more = useAction(async () => {
    const [{ VendorCard }, page] = await Promise.all([
      import("../vendor-card"),
      api.get<VendorPage>(`${path}&cursor=${encodeURIComponent(cursor ?? "")}`),
    ]);
    setShown((now) => ({ pages: [...now.pages, page], Card: VendorCard }));
  });
  const { Card, pages } = shown;
  return (
    <>
      {Card &&
        pages
          .flatMap(({ data }) => data)
          .map((vendor) => (
            <li key={vendor.id}>
              <Card vendor={vendor} hearts={hearts} exact={exact} />
            </li>
          ))}
      <li className="col-span-full">
        {more.error ? (
          <ErrorState message={errorText(more.error)} onRetry={() => more.run()} retrying={more.pending} />
        ) : (
          <LoadMore cursor={cursor} pending={more.pending} onMore={() => more.run()} />
        )}
      </li>
    </>
  );
}
