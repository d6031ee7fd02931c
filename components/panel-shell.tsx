// The frame of the vendor's, courier's and operator's panels: dense and calm on a desk, one thumb on a phone.
import {
  Bike,
  ChartNoAxesColumn,
  ClipboardCheck,
  HandCoins,
  Landmark,
  LayoutDashboard,
  ListOrdered,
  Map as MapIcon,
  MessageSquare,
  MessageSquareWarning,
  Radio,
  ScrollText,
  Store,
  TicketPercent,
  ToggleRight,
  UsersRound,
  UtensilsCrossed,
  Webhook,
  Workflow,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountMenu, type SignedIn } from "./account-menu";
import { LogoMark } from "./logo";
import { HeaderBell } from "./notifications/header-bell";
import { PanelNav } from "./panel-nav";
import { cx } from "./ui/cx";

const IN_A_BAR = 6; // as many as a phone has room for; the account menu has the rest

// A courier has one page: tasks.
const PAGES = {
  vendor: [
    { href: "/vendor", name: "vendorBoard", Icon: ListOrdered },
    { href: "/vendor/menu", name: "vendorMenu", Icon: UtensilsCrossed, right: "menu" },
    { href: "/vendor/branches", name: "vendorBranches", Icon: Store, right: "branches" },
    { href: "/vendor/couriers", name: "vendorCouriers", Icon: Bike, right: "branches" },
    { href: "/vendor/money", name: "vendorMoney", Icon: HandCoins, right: "money" },
    { href: "/vendor/insights", name: "vendorInsights", Icon: ChartNoAxesColumn, right: "money" },
    { href: "/vendor/disputes", name: "vendorDisputes", Icon: MessageSquareWarning, right: "orders" },
    { href: "/vendor/reviews", name: "vendorReviews", Icon: MessageSquare, right: "orders" },
    { href: "/vendor/promotions", name: "vendorPromotions", Icon: TicketPercent, right: "money" },
    { href: "/vendor/staff", name: "vendorStaff", Icon: UsersRound, right: "staff" },
    { href: "/vendor/webhooks", name: "vendorWebhooks", Icon: Webhook, right: "staff" },
  ],
  courier: [],
  admin: [
    { href: "/admin", name: "adminOverview", Icon: LayoutDashboard },
    { href: "/admin/orders", name: "adminOrders", Icon: Radio },
    { href: "/admin/applications", name: "adminApplications", Icon: ClipboardCheck },
    { href: "/admin/disputes", name: "adminDisputes", Icon: MessageSquareWarning },
    { href: "/admin/reviews", name: "adminReviews", Icon: MessageSquare },
    { href: "/admin/money", name: "adminMoney", Icon: Landmark },
    { href: "/admin/promotions", name: "adminPromotions", Icon: TicketPercent },
    { href: "/admin/queue", name: "adminQueue", Icon: Workflow },
    { href: "/admin/map", name: "adminMap", Icon: MapIcon },
    { href: "/admin/vendors", name: "adminVendors", Icon: Store },
    { href: "/admin/audit", name: "adminAudit", Icon: ScrollText },
    { href: "/admin/flags", name: "adminFlags", Icon: ToggleRight },
  ],
} as const;

/** `rights` leave out the pages that the person has none to; `title` is the vendor's name or the panel's; `status` is a slot in the top bar (connection state, shift). */
export function PanelShell({
  area,
  user,
  rights,
  title,
  status,
  children,
}: {
  area: keyof typeof PAGES;
  user: SignedIn;
  rights?: readonly string[];
  title?: ReactNode;
  status?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  const titles = { vendor: t("nav.vendorPanel"), courier: t("nav.courierPanel"), admin: t("nav.adminPanel") };
  // The icons are drawn here, on the server: the browser gets their shapes and none of their code.
  const pages = PAGES[area].filter(
    (page) => !rights || rights.includes("right" in page ? page.right : "orders"),
  );
  const links = pages.map(({ href, name, Icon }) => ({
    href,
    label: t(`nav.${name}`),
    icon: <Icon aria-hidden />,
  }));
  const nav = links.length > 0;
  return (
    <div
      data-density="compact"
      className={cx("min-h-dvh print:block", nav && "lg:grid lg:grid-cols-[15rem_1fr]")}
    >
      {nav && (
        <aside className="sticky top-0 hidden h-dvh border-r border-line bg-surface lg:block print:hidden">
          <div className="flex h-header items-center gap-2.5 border-b border-line px-5">
            <LogoMark className="size-7" />
            <span className="truncate font-display font-bold">{title ?? titles[area]}</span>
          </div>
          <PanelNav label={t("nav.main")} links={links} shape="side" />
        </aside>
      )}
      <div className="min-w-0">
        <header className="sticky top-0 z-30 border-b border-line bg-surface print:hidden">
          <div
            className={cx(
              "mx-auto flex h-header items-center gap-2 px-3 sm:gap-3 sm:px-4",
              nav ? "lg:px-6" : "max-w-3xl",
            )}
          >
            <Link
              href={`/${area}`}
              className={cx("flex min-h-11 min-w-11 items-center gap-2.5 rounded-md", nav && "lg:hidden")}
            >
              <LogoMark className="size-8" />
              <span className="truncate font-display text-lg font-bold">{title ?? titles[area]}</span>
            </Link>
            <div className="flex flex-1 items-center justify-end gap-2">{status}</div>
            <HeaderBell user={user} />
            <AccountMenu user={user} more={links.slice(IN_A_BAR)} />
          </div>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className={cx("mx-auto p-4 outline-none", nav ? "max-w-350 pb-24 lg:p-6" : "max-w-3xl pb-10")}
        >
          {children}
        </main>
      </div>
      {nav && (
        <div className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden">
          <PanelNav label={t("nav.main")} links={links} most={IN_A_BAR} shape="bottom" />
        </div>
      )}
    </div>
  );
}
