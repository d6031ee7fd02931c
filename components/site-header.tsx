// The customer's header: home, address, cart, bell, account. It stays at the top and keeps to one line on every phone.
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountMenu, type SignedIn } from "./account-menu";
import { Logo, LogoMark } from "./logo";
import { HeaderBell } from "./notifications/header-bell";
import { ButtonLink } from "./ui/button";

/** `address` is the address chooser, `cart` the cart link (see `CartLink`); both are the page builder's. */
export function SiteHeader({
  user,
  address,
  cart,
}: {
  user: SignedIn;
  address?: ReactNode;
  cart?: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex h-header max-w-6xl items-center gap-2 px-4 sm:gap-4">
        <Link href="/" aria-label={t("appName")} className="flex min-h-11 min-w-11 items-center rounded-md">
          <span className="flex sm:hidden">
            <LogoMark className="size-9" />
          </span>
          <span className="hidden sm:flex">
            <Logo />
          </span>
        </Link>
        <div className="min-w-0 flex-1">{address}</div>
        {cart}
        <HeaderBell user={user} />
        {!user && (
          <span className="hidden sm:block">
            <ButtonLink href="/sign-in" variant="ghost" size="md">
              {t("nav.signIn")}
            </ButtonLink>
          </span>
        )}
        <AccountMenu user={user} />
      </div>
    </header>
  );
}
