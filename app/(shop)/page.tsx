// The front door: where to, what kind, and who is open there now.
import { ArrowRight, Store } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { Page } from "@/components/page";
import { ButtonLink } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Loading } from "@/components/ui/skeleton";
import { listFavourites } from "@/lib/catalog/favourites";
import { listVendors } from "@/lib/catalog/queries";
import { listAddresses } from "@/lib/identity/account";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { BUSINESS_TYPES } from "./business-types";
import { type Hearts, heartsAt } from "./favourites";
import { HowItWorks } from "./home/how-it-works";
import { chosenPlace } from "./place/chosen-place";
import { type ChosenPlace, placeOfAddress } from "./place/place";
import { PlaceStart } from "./place/place-start";
import { ShopPicture } from "./shop-picture";
import { VendorCard } from "./vendor-card";
import { cardGrid, VendorCardSkeleton } from "./vendor-card-skeleton";

export default async function HomePage() {
  const [place, saved] = await Promise.all([chosenPlace(), savedPlaces()]);
  return (
    <Page className="grid grid-cols-1 gap-9 sm:gap-12">
      <Hero place={place} saved={saved} />
      <BusinessTypes />
      <Favourites place={place} />
      <Suspense fallback={<NearbySkeleton place={place} />}>
        <Nearby place={place} />
      </Suspense>
      <HowItWorks />
      <VendorCall />
    </Page>
  );
}

async function savedPlaces(): Promise<ChosenPlace[]> {
  if ((await currentUser())?.role !== "customer") return [];
  return (await listAddresses(await pageDatabase())).data.map(placeOfAddress);
}

function Hero({ place, saved }: { place: ChosenPlace | null; saved: ChosenPlace[] }) {
  const t = useTranslations("shop.home");
  return (
    <section className="relative -mx-4 -mt-5 bg-brand-soft px-4 py-8 sm:mx-0 sm:mt-0 sm:rounded-xl sm:px-10 sm:py-12">
      <div className="grid items-center gap-8 lg:grid-cols-[1.2fr_1fr]">
        <div className="grid gap-5">
          <div className="grid gap-2">
            <h1 className="text-3xl">{place ? t("titleAt", { place: place.label }) : t("title")}</h1>
            <p className="max-w-lg text-lg text-ink-2">{place ? t("introAt") : t("intro")}</p>
          </div>
          <div className="max-w-xl">
            <PlaceStart current={place} saved={saved} />
          </div>
        </div>
        <div aria-hidden className="hidden grid-cols-3 gap-4 lg:grid">
          {["wrap", "bouquet", "croissant", "tomato", "cupcake", "coffee"].map((name, index) => (
            // biome-ignore lint/performance/noImgElement: small cut-outs of our own, already sized
            <img
              key={name}
              src={`/pictures/${name}.webp`}
              alt=""
              loading="lazy" // on a phone they are not shown, and then not fetched
              width={128}
              height={128}
              className={
                index % 2 ? "size-full translate-y-6 object-contain p-2" : "size-full object-contain p-2"
              }
            />
          ))}
        </div>
      </div>
    </section>
  );
}

function BusinessTypes() {
  const t = useTranslations("shop");
  return (
    <section aria-labelledby="types">
      <h2 id="types" className="mb-3 text-xl">
        {t("home.types")}
      </h2>
      <ul className="-mx-4 flex snap-x scroll-px-4 gap-2.5 overflow-x-auto px-4 pb-1 sm:mx-0 sm:grid sm:grid-cols-9 sm:overflow-visible sm:px-0">
        {BUSINESS_TYPES.map(({ type, picture }) => (
          <li key={type} className="w-21 shrink-0 snap-start sm:w-auto">
            <Link
              href={`/vendors?category=${type}`}
              prefetch={false} // nine would be asked for and one be used
              className="group grid justify-items-center gap-1.5 rounded-lg text-center text-sm font-medium"
            >
              <ShopPicture
                src={picture}
                type={type}
                aspect={1}
                eager
                className="w-full rounded-lg transition-transform group-hover:scale-104"
              />
              {t(`businessType.${type}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Nearby({ place }: { place: ChosenPlace | null }) {
  const db = await pageDatabase();
  const [{ data }, hearts] = await Promise.all([
    listVendors(db, { limit: 9, ...(place && { lat: place.lat, lng: place.lng }) }),
    heartsAt("/"),
  ]);
  return <NearbyVendors vendors={data} place={place} hearts={hearts} />;
}

type Vendors = React.ComponentProps<typeof VendorCard>["vendor"][];

async function Favourites({ place }: { place: ChosenPlace | null }) {
  const hearts = await heartsAt("/");
  if (!hearts?.liked.length) return null;
  const { data, next_cursor } = await listFavourites(await pageDatabase(), {
    limit: 3,
    ...(place && { lat: place.lat, lng: place.lng }),
  });
  return <FavouriteVendors vendors={data} more={next_cursor !== null} hearts={hearts} />;
}

function FavouriteVendors({ vendors, more, hearts }: { vendors: Vendors; more: boolean; hearts: Hearts }) {
  const t = useTranslations("shop.favourites");
  if (vendors.length === 0) return null;
  return (
    <section>
      <SectionHeading
        title={t("title")}
        actions={more && <AllLink href="/vendors?favourites=1">{t("all")}</AllLink>}
        className="mb-4"
      />
      <ul className={cardGrid}>
        {vendors.map((vendor) => (
          <li key={vendor.id}>
            <VendorCard vendor={vendor} hearts={hearts} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AllLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-control items-center gap-1.5 font-semibold text-brand-ink hover:underline"
    >
      {children} <ArrowRight aria-hidden className="size-4" />
    </Link>
  );
}

function NearbyVendors({
  vendors,
  place,
  hearts,
}: {
  vendors: Vendors;
  place: ChosenPlace | null;
  hearts: Hearts | null;
}) {
  const t = useTranslations("shop.home");
  return (
    <section>
      <SectionHeading
        title={place ? t("nearby") : t("everywhere")}
        actions={vendors.length > 0 && <AllLink href="/vendors">{t("all")}</AllLink>}
        className="mb-4"
      />
      {vendors.length > 0 ? (
        <ul className={cardGrid}>
          {vendors.map((vendor, index) => (
            <li key={vendor.id}>
              <VendorCard vendor={vendor} hearts={hearts} eager={index < 3} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<Store />}
          title={t("noneTitle", { place: place?.label ?? "" })}
          action={
            <ButtonLink href="/vendors?mode=all" variant="secondary">
              {t("noneAction")}
            </ButtonLink>
          }
        >
          {t("noneBody")}
        </EmptyState>
      )}
    </section>
  );
}

function NearbySkeleton({ place }: { place: ChosenPlace | null }) {
  const t = useTranslations("shop.home");
  return (
    <section>
      <SectionHeading title={place ? t("nearby") : t("everywhere")} className="mb-4 min-h-control" />
      <Loading className={cardGrid}>
        {[1, 2, 3, 4, 5, 6].map((card) => (
          <VendorCardSkeleton key={card} />
        ))}
      </Loading>
    </section>
  );
}

function VendorCall() {
  const t = useTranslations("shop.home");
  return (
    <section className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-xl bg-surface-2 p-6 sm:p-8">
      <div className="max-w-xl">
        <h2 className="text-xl">{t("callTitle")}</h2>
        <p className="mt-1 text-ink-2">{t("callBody")}</p>
      </div>
      <ButtonLink href="/apply" variant="secondary" size="lg">
        {t("callAction")}
      </ButtonLink>
    </section>
  );
}
