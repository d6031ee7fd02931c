// The customer's frame: address, cart and account above; where else to go below.
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { SiteHeader } from "@/components/site-header";
import { currentUser } from "@/lib/identity/session";
import { CartCount } from "./cart/cart-count";
import { chosenPlace } from "./place/chosen-place";
import { PlaceButton } from "./place/place-button";

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const [user, place] = await Promise.all([currentUser(), chosenPlace()]);
  return (
    <Messages namespaces={["shop"]}>
      <div className="flex min-h-dvh flex-col">
        <SiteHeader
          user={user}
          address={<PlaceButton place={place} saved={user?.role === "customer"} />}
          cart={<CartCount />}
        />
        <div className="flex-1">{children}</div>
        <SiteFooter />
      </div>
    </Messages>
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
