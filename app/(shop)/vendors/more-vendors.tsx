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

/** `query` is the list's question as the API's query string; `cursor` follows the page before. `<li>`s come before the button. */
export function MoreVendors({
  query,
  cursor: first,
  exact,
}: {
  query: string;
  cursor: string;
  exact: boolean;
}) {
  const errorText = useErrorText();
  const [shown, setShown] = useState<{ pages: VendorPage[]; Card: Card | null }>({ pages: [], Card: null });
  const last = shown.pages.at(-1);
  const cursor = last ? last.next_cursor : first;
  const more = useAction(async () => {
    const [{ VendorCard }, page] = await Promise.all([
      import("../vendor-card"),
      api.get<VendorPage>(`/api/vendors?${query}&cursor=${encodeURIComponent(cursor ?? "")}`),
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
              <Card vendor={vendor} exact={exact} />
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
