// The vendors that serve a place. The URL holds search and filters; the server renders the first page.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { listVendors } from "@/lib/catalog/queries";
import { pageDatabase } from "@/lib/identity/session";
import { chosenPlace } from "../place/chosen-place";
import { cardGrid, VendorCard } from "../vendor-card";
import { Filters } from "./filters";
import { MoreVendors } from "./more-vendors";
import { NoVendors } from "./no-vendors";
import { apiQuery, catalogQuery, listHref, readFilter, type SearchParams } from "./query";
import { VendorSearch } from "./vendor-search";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.vendors"))("title") };
}

export default async function VendorsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, place, db, t] = await Promise.all([
    searchParams,
    chosenPlace(),
    pageDatabase(),
    getTranslations("shop.vendors"),
  ]);
  const filter = readFilter(params);
  const query = catalogQuery(filter, place);
  const page = await listVendors(db, query);
  const href = listHref(filter);
  const exact = filter.mode !== "delivery";
  return (
    <Page className="grid grid-cols-1 gap-5">
      <div className="grid grid-cols-1 gap-3">
        <h1 className="text-2xl">
          {place && filter.mode === "delivery" && query.lat === place.lat
            ? t("titleAt", { place: place.label })
            : t("title")}
        </h1>
        <VendorSearch filter={filter} />
        <Filters filter={filter} place={place} />
      </div>
      {page.data.length > 0 && <h2 className="sr-only">{t("results")}</h2>}
      {page.data.length > 0 ? (
        <ul className={cardGrid}>
          {page.data.map((vendor, index) => (
            <li key={vendor.id}>
              <VendorCard vendor={vendor} exact={exact} eager={index < 3} />
            </li>
          ))}
          {page.next_cursor && (
            <MoreVendors key={href} query={apiQuery(query)} cursor={page.next_cursor} exact={exact} />
          )}
        </ul>
      ) : (
        <NoVendors filter={filter} place={place} />
      )}
    </Page>
  );
}
