// A vendor's page: who they are, and the menu of one branch. The head waits for the vendor (so that an unknown one is a
// real 404); the menu follows.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache, Suspense } from "react";
import { Page } from "@/components/page";
import { getMenu, getVendor } from "@/lib/catalog/queries";
import type { ShopBranch, VendorDetail } from "@/lib/catalog/schema";
import { pageDatabase } from "@/lib/identity/session";
import { ApiError } from "@/lib/platform/errors";
import { heartsAt } from "../../favourites";
import { chosenPlace } from "../../place/chosen-place";
import { BranchSwitch } from "./branch-switch";
import { KeepMenu } from "./keep-menu";
import { LastSeen } from "./last-seen";
import { MenuBrowser } from "./menu-browser";
import { MenuSkeleton } from "./menu-skeleton";
import { NoBranch } from "./no-branch";
import { VendorData } from "./vendor-data";
import { VendorHead } from "./vendor-head";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ branch?: string | string[] }> };

const readVendor = cache(async (slug: string): Promise<VendorDetail> => {
  const [db, place] = await Promise.all([pageDatabase(), chosenPlace()]);
  try {
    return await getVendor(db, slug, place ? { lat: place.lat, lng: place.lng } : {});
  } catch (error) {
    if (error instanceof ApiError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [vendor, t] = await Promise.all([
    params.then(({ slug }) => readVendor(slug)),
    getTranslations("shop.vendor"),
  ]);
  const { name, description, branches } = vendor;
  return {
    title: name,
    description: description || t("description", { name, district: branches[0]?.district ?? "" }),
  };
}

export default async function VendorPage({ params, searchParams }: Props) {
  const [{ slug }, { branch: asked }] = await Promise.all([params, searchParams]);
  const [vendor, place, hearts] = await Promise.all([
    readVendor(slug),
    chosenPlace(),
    heartsAt(`/v/${slug}`),
  ]);
  const branch = vendor.branches.find(({ id }) => id === asked) ?? vendor.branches[0];
  if (!branch) return <NoBranch name={vendor.name} />;
  return (
    <Page className="pt-0 sm:pt-6">
      <LastSeen />
      <VendorHead vendor={vendor} branch={branch} place={place} hearts={hearts} />
      {vendor.branches.length > 1 && (
        <BranchSwitch slug={slug} branches={vendor.branches} current={branch.id} />
      )}
      <Suspense key={branch.id} fallback={<MenuSkeleton />}>
        <BranchMenu vendor={vendor} branch={branch} />
      </Suspense>
    </Page>
  );
}

async function BranchMenu({ vendor, branch }: { vendor: VendorDetail; branch: ShopBranch }) {
  const menu = await getMenu(await pageDatabase(), branch.id);
  return (
    <>
      <VendorData vendor={vendor} branch={branch} menu={menu} />
      <KeepMenu branchId={branch.id} />
      <MenuBrowser
        menu={{ categories: menu.categories, prices_until: menu.prices_until }}
        branch={{ id: branch.id, name: branch.name, vendor_name: vendor.name, vendor_slug: vendor.slug }}
        minimum={branch.minimum_order_minor}
      />
    </>
  );
}
