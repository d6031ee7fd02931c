// The vendor's money: what is to come and why, what has been paid out, and the cash its couriers carry (`?show=`).
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/ui/tab-links";
import { pageDatabase } from "@/lib/identity/session";
import {
  getVendorMoney,
  listCourierCash,
  listHandIns,
  listPayables,
  listPayouts,
} from "@/lib/settlement/queries";
import { requireVendor } from "../../access";
import { DeductionLegend } from "../deduction-legend";
import { MoneyFigures } from "../figures";
import { CashDesk, PayableList, PayoutList } from "../tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.money"))("title") };
}

const PAGE_SIZE = 20;
const TABS = ["orders", "payouts", "cash"] as const;

export default async function MoneyPage({
  searchParams,
}: {
  searchParams: Promise<{ show?: string | string[] }>;
}) {
  await requireVendor("/vendor/money", "money");
  const asked = (await searchParams).show;
  const show = TABS.find((name) => name === asked) ?? "orders";
  const t = await getTranslations("vendor.money");
  const [money, content] = await Promise.all([getVendorMoney(await pageDatabase()), CONTENT[show]()]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h1 className="text-2xl">{t("title")}</h1>
      <MoneyFigures money={money} />
      <TabLinks
        label={t("tabsLabel")}
        tabs={TABS.map((name) => ({
          href: name === "orders" ? "/vendor/money" : `/vendor/money?show=${name}`,
          label: t(`tabs.${name}`),
          active: name === show,
        }))}
      />
      {content}
      {show === "orders" && <DeductionLegend rates={money} />}
    </div>
  );
}

const CONTENT = { orders: ordersTab, payouts: payoutsTab, cash: cashTab } as const;

async function ordersTab() {
  const filter = { open: "true", limit: PAGE_SIZE } as const;
  return <PayableList pageSize={PAGE_SIZE} initial={await listPayables(await pageDatabase(), filter)} />;
}

async function payoutsTab() {
  return (
    <PayoutList
      pageSize={PAGE_SIZE}
      initial={await listPayouts(await pageDatabase(), { limit: PAGE_SIZE })}
    />
  );
}

async function cashTab() {
  const db = await pageDatabase();
  const [couriers, handIns] = await Promise.all([listCourierCash(db), listHandIns(db, { limit: PAGE_SIZE })]);
  return <CashDesk couriers={couriers} handIns={handIns} pageSize={PAGE_SIZE} />;
}
