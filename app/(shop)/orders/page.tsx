// The customer's orders: those under way first, then the past ones.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { Notice } from "@/components/ui/notice";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { listOrders } from "@/lib/orders/queries";
import { OrderLists } from "./order-lists";

const MOST_ACTIVE = 50;
const PAST_AT_ONCE = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.nav"))("orders") };
}

export default async function OrdersPage() {
  const [user, db, t] = await Promise.all([currentUser(), pageDatabase(), getTranslations()]);
  if (!user) redirect("/sign-in?next=/orders");
  if (user.role !== "customer") {
    return (
      <Page width="reading">
        <Notice tone="warning">{t("shop.checkout.customersOnly")}</Notice>
      </Page>
    );
  }
  const [active, past] = await Promise.all([
    listOrders(db, { status: "active", limit: MOST_ACTIVE }),
    listOrders(db, { status: "past", limit: PAST_AT_ONCE }),
  ]);
  return (
    <Page width="reading">
      <h1 className="mb-4 text-2xl">{t("common.nav.orders")}</h1>
      <OrderLists active={active} past={past} />
    </Page>
  );
}
