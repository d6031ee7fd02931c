// The menu: products with stock, categories, option groups, price rules. Which of them is in the URL (`?tab=`).
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/messages";
import { TabLinks } from "@/components/ui/tab-links";
import {
  listCategories,
  listOptionGroups,
  listVendorBranches,
  listVendorProducts,
} from "@/lib/catalog/panel-queries";
import { listPriceRules } from "@/lib/catalog/price-rule-commands";
import { pageDatabase } from "@/lib/identity/session";
import { listPictures } from "../_pictures/pictures";
import { requireVendor } from "../access";
import { shortName } from "../short-name";
import type { Named } from "./named";
import { Categories, OptionGroups, PriceRules } from "./other-tabs";
import { Products } from "./products";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.menu"))("title") };
}

const tabs = ["products", "categories", "groups", "prices"] as const;

export default async function MenuPage({ searchParams }: { searchParams: Promise<{ tab?: string }> }) {
  const user = await requireVendor("/vendor/menu", "menu");
  const asked = (await searchParams).tab;
  const tab = tabs.find((name) => name === asked) ?? "products";
  const t = await getTranslations("vendor.menu");
  const db = await pageDatabase();
  const [categories, groups] = await Promise.all([listCategories(db), listOptionGroups(db)]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h1 className="text-2xl">{t("title")}</h1>
      <TabLinks
        label={t("tabsLabel")}
        tabs={tabs.map((name) => ({
          href: name === "products" ? "/vendor/menu" : `/vendor/menu?tab=${name}`,
          label: t(`tabs.${name}`),
          active: name === tab,
        }))}
      />
      {tab === "products" && (
        <ProductsTab
          categories={categories.data}
          groups={groups.data.map(({ id, name }) => ({ id, name }))}
          vendor={user.vendor?.name}
        />
      )}
      {tab === "categories" && <Categories initial={categories} />}
      {tab === "groups" && <OptionGroups initial={groups} />}
      {tab === "prices" && <PricesTab categories={categories.data} vendor={user.vendor?.name} />}
    </div>
  );
}

type Choices = Pick<Parameters<typeof Products>[0], "categories" | "groups">;

async function ProductsTab({ vendor, ...choices }: Choices & { vendor: string | undefined }) {
  const db = await pageDatabase();
  const [products, branches, pictures] = await Promise.all([
    listVendorProducts(db, { limit: 50 }),
    listVendorBranches(db),
    listPictures(),
  ]);
  return (
    <Products
      {...choices}
      initial={products}
      branches={branches.data.map(({ id, name }) => ({ id, name: shortName(name, vendor) }))}
      pictures={pictures}
    />
  );
}

async function PricesTab({ categories, vendor }: { categories: Named[]; vendor: string | undefined }) {
  const db = await pageDatabase();
  const [rules, branches] = await Promise.all([listPriceRules(db), listVendorBranches(db)]);
  return (
    <Messages namespaces={["prices"]}>
      <PriceRules
        initial={rules}
        categories={categories.map(({ id, name }) => ({ id, name }))}
        branches={branches.data.map(({ id, name }) => ({ id, name: shortName(name, vendor) }))}
      />
    </Messages>
  );
}
