// The vendor's staff: accounts, roles, rights. Only its owner comes here.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageDatabase } from "@/lib/identity/session";
import { listStaff } from "@/lib/staff/queries";
import { requireVendor } from "../access";
import { Staff } from "./island";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.staff"))("title") };
}

export default async function StaffPage() {
  const user = await requireVendor("/vendor/staff", "staff");
  return <Staff initial={await listStaff(await pageDatabase())} me={user.id} />;
}
