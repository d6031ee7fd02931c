// The kitchen's screen: what to make, the most urgent first, large enough for the wall.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireVendor } from "../access";
import { Kitchen } from "./kitchen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.kitchen"))("title") };
}

export default async function KitchenPage() {
  await requireVendor("/vendor/kitchen");
  return <Kitchen />;
}
