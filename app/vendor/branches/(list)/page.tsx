// How the vendor shows itself, and its branches.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getVendorProfile, listVendorBranches } from "@/lib/catalog/panel-queries";
import { pageDatabase } from "@/lib/identity/session";
import { listPictures } from "../../_pictures/pictures";
import { requireVendor } from "../../access";
import { Branches } from "../branches";
import { ProfileCard } from "../profile-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.branches"))("title") };
}

export default async function BranchesPage() {
  await requireVendor("/vendor/branches", "branches");
  const db = await pageDatabase();
  const [branches, profile, pictures] = await Promise.all([
    listVendorBranches(db),
    getVendorProfile(db),
    listPictures(),
  ]);
  return (
    <Branches initial={branches}>
      <ProfileCard initial={profile} pictures={pictures} />
    </Branches>
  );
}
