// The vendor's own couriers.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listVendorCouriers } from "@/lib/couriers/queries";
import { pageDatabase } from "@/lib/identity/session";
import { requireVendor } from "../access";
import { Couriers } from "./couriers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.couriers"))("title") };
}

export default async function CouriersPage() {
  await requireVendor("/vendor/couriers", "branches");
  return <Couriers initial={await listVendorCouriers(await pageDatabase())} />;
}
