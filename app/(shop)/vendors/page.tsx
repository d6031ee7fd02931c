// The vendors that serve a place. The URL holds search and filters; the server renders the first page.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { listFavourites } from "@/lib/catalog/favourites";
import { listVendors } from "@/lib/catalog/queries";
import { pageDatabase } from "@/lib/identity/session";
import { heartsAt } from "../favourites";
import { chosenPlace } from "../place/chosen-place";
import { VendorCard } from "../vendor-card";
import { cardGrid } from "../vendor-card-skeleton";
import { Filters } from "./filters";
import { ListHead } from "./list-head";
import { MoreVendors } from "./more-vendors";
import { NoVendors } from "./no-vendors";
import { apiQuery, catalogQuery, listHref, readFilter, type SearchParams } from "./query";
import { VendorMapLater } from "./vendor-map-later";
import { VendorSearch } from "./vendor-search";

const ON_A_MAP = 50; // as many as a page of the list may hold; a map of more could not be read

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.vendors");
  return { title: t("title"), description: t("description") };
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
  const href = listHref(filter);
  const onMap = filter.view === "map";
  const hearts = heartsAt(href);
  const mine = filter.favourites && (await hearts);
  if (mine && mine.signIn !== null) redirect(mine.signIn);
  const asked = { ...query, ...(onMap && { limit: ON_A_MAP }) };
  const [page, liked] = await Promise.all([
    mine ? listFavourites(db, asked) : listVendors(db, asked),
    hearts,
  ]);
  const exact = filter.mode !== "delivery";
  const here = query.lat !== undefined && query.lat === place?.lat ? place : null;
  return (
    <Page className="grid grid-cols-1 gap-5">
      <div className="grid grid-cols-1 gap-3">
        <h1 className="text-2xl">
          {here && filter.mode === "delivery" ? t("titleAt", { place: here.label }) : t("title")}
        </h1>
        <VendorSearch filter={filter} />
        <Filters filter={filter} place={place} hearts={liked} />
        <ListHead filter={filter} total={page.total} />
      </div>
      {page.data.length > 0 && <h2 className="sr-only">{t("results")}</h2>}
      {page.data.length === 0 && <NoVendors filter={filter} place={place} />}
      {page.data.length > 0 && onMap && (
        <VendorMapLater
          vendors={page.data}
          home={here && { label: here.label, lat: here.lat, lng: here.lng }}
          hearts={liked}
          exact={exact}
        />
      )}
      {page.data.length > 0 && !onMap && (
        <ul className={cardGrid}>
          {page.data.map((vendor, index) => (
            <li key={vendor.id}>
              <VendorCard vendor={vendor} hearts={liked} exact={exact} eager={index < 3} />
            </li>
          ))}
          {page.next_cursor && (
            <MoreVendors
              key={href}
              path={`/api/${mine ? "favourites" : "vendors"}?${apiQuery(query)}`}
              cursor={page.next_cursor}
              hearts={liked}
              exact={exact}
            />
          )}
        </ul>
      )}
    </Page>
  );
}
