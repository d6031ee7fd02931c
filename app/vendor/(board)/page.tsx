// The live order board, or the first steps of a vendor that cannot get orders yet.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listVendorBranches, listVendorProducts } from "@/lib/catalog/panel-queries";
import { pageDatabase } from "@/lib/identity/session";
import { vendorStats } from "@/lib/orders/queries";
import { requireVendor } from "../access";
import { Board } from "./board";
import { FirstSteps } from "./first-steps";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.board"))("title") };
}

export default async function BoardPage() {
  const { rights } = await requireVendor("/vendor");
  const db = await pageDatabase();
  const [branches, products, figures] = await Promise.all([
    listVendorBranches(db),
    listVendorProducts(db, { limit: 1 }),
    rights.includes("money") ? vendorStats(db, "today") : null,
  ]);
  const [first] = branches.data;
  if (!first) return <FirstSteps step="branch" href="/vendor/branches" />;
  if (products.data.length === 0) return <FirstSteps step="menu" href="/vendor/menu" />;
  const hidden = branches.data.every(({ active }) => !active);
  return (
    <Board figures={figures}>
      {hidden && <FirstSteps step="hidden" href={`/vendor/branches/${first.id}`} />}
    </Board>
  );
}
