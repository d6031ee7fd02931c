// Who is signed in, and what they can reach from anywhere: a native popover, so it opens before any script has loaded.
import { ChevronDown, CircleUser } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { homeOf } from "@/lib/browser/next-path";
import { initials } from "@/lib/format/initials";
import { AccountMenuTools } from "./account-menu-tools";
import { Avatar } from "./ui/avatar";
import { cx } from "./ui/cx";

/** What the shell needs to know about the person; null when nobody is signed in. */
export type SignedIn = {
  id: string;
  full_name: string;
  email: string;
  role: string;
} | null;

const row =
  "tap-row flex w-full items-center rounded-md px-3 text-left text-[0.9375rem] hover:bg-surface-2 focus-visible:-outline-offset-2";

/** The menu's button and its popover. Links depend on the role; language and theme are always there. `more` are pages that a phone's bar has no room for. */
export function AccountMenu({
  user,
  more = [],
}: {
  user: SignedIn;
  more?: readonly { href: string; label: string }[];
}) {
  const t = useTranslations("common.nav");
  const panel = {
    vendor_admin: t("vendorPanel"),
    courier: t("courierPanel"),
    admin: t("adminPanel"),
  }[user?.role ?? ""];
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={user ? t("accountMenuOf", { initials: initials(user.full_name) }) : t("accountMenu")}
        className="flex h-11 min-w-11 items-center justify-center gap-1 rounded-full px-1 text-ink-2 hover:bg-surface-2"
      >
        {user ? (
          <Avatar name={user.full_name} className="size-9 text-sm" />
        ) : (
          <CircleUser aria-hidden className="size-6" />
        )}
        <ChevronDown aria-hidden className="size-4 max-sm:hidden" />
      </button>
      <div id="account-menu" popover="auto" className="menu animate-rise">
        {user ? (
          <>
            <div className="px-3 py-2">
              <p className="truncate font-semibold">{user.full_name}</p>
              <p className="truncate text-sm text-ink-3">{user.email}</p>
            </div>
            {panel && (
              <Link href={homeOf(user.role)} className={row}>
                {panel}
              </Link>
            )}
            {more.map(({ href, label }) => (
              <Link key={href} href={href} className={cx(row, "lg:hidden")}>
                {label}
              </Link>
            ))}
            {user.role === "customer" && (
              <>
                <Link href="/orders" className={row}>
                  {t("orders")}
                </Link>
                <Link href="/wallet" className={row}>
                  {t("wallet")}
                </Link>
                <Link href="/account" className={row}>
                  {t("account")}
                </Link>
                <Link href="/apply" className={row}>
                  {t("apply")}
                </Link>
              </>
            )}
            {user.role !== "admin" && (
              <Link href="/account/notifications" className={row}>
                {t("notifications")}
              </Link>
            )}
          </>
        ) : (
          <>
            <Link href="/sign-in" className={row}>
              {t("signIn")}
            </Link>
            <Link href="/sign-up" className={row}>
              {t("signUp")}
            </Link>
          </>
        )}
        <hr className="my-1.5 border-line" />
        <AccountMenuTools signOut={user ? row : null} />
      </div>
    </>
  );
}
