// The customer's frame: address, cart and account above; where else to go below.
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { SiteHeader } from "@/components/site-header";
import { currentUser } from "@/lib/identity/session";
import { flagOn } from "@/lib/platform/flags";
import { CartCount } from "./cart/cart-count";
import { chosenPlace } from "./place/chosen-place";
import { PlaceButton } from "./place/place-button";

/** What the islands of the pages where one looks around and fills a cart say. All else brings its own (all-words.tsx). */
const WORDS = [
  ...(["shop.place", "shop.vendors", "shop.card", "shop.businessType", "shop.favourites"] as const),
  ...(["shop.vendor", "shop.menu", "shop.review", "shop.cart", "shop.problem"] as const),
];

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const [user, place] = await Promise.all([currentUser(), chosenPlace()]);
  const paused = !(await flagOn("ordering", user?.id ?? null));
  return (
    <Messages namespaces={WORDS}>
      <div className="flex min-h-dvh flex-col">
        <SiteHeader
          user={user}
          address={<PlaceButton place={place} saved={user?.role === "customer"} />}
          cart={<CartCount />}
        />
        {paused && <OrderingPaused />}
        <div className="flex-1">{children}</div>
        <SiteFooter />
      </div>
    </Messages>
  );
}

function OrderingPaused() {
  const t = useTranslations("shop");
  return (
    <p
      role="status"
      data-testid="ordering-paused"
      className="bg-warning-soft px-4 py-3 text-center font-medium text-ink"
    >
      {t("paused")}
    </p>
  );
}

function SiteFooter() {
  const t = useTranslations();
  const link = "inline-flex min-h-11 items-center rounded-md hover:text-ink hover:underline";
  return (
    <footer className="border-t border-line bg-surface print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 px-4 py-3 text-sm text-ink-2">
        <p>
          {t("common.appName")} · {t("common.tagline")}
        </p>
        <nav aria-label={t("shop.footer")} className="flex flex-wrap gap-x-5">
          <Link href="/vendors" className={link}>
            {t("common.nav.vendors")}
          </Link>
          <Link href="/apply" className={link}>
            {t("common.nav.apply")}
          </Link>
          <Link href="/status" prefetch={false} className={link}>
            {t("status.title")}
          </Link>
        </nav>
      </div>
    </footer>
  );
}
