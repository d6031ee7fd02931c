// The vendor's branches.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listVendorBranches } from "@/lib/catalog/panel-queries";
import { pageDatabase } from "@/lib/identity/session";
import { requireVendor } from "../../access";
import { Branches } from "../branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.branches"))("title") };
}

export default async function BranchesPage() {
  await requireVendor("/vendor/branches", "branches");
  return <Branches initial={await listVendorBranches(await pageDatabase())} />;
}
