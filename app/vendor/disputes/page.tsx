// The problems customers reported with the vendor's orders.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listDisputes } from "@/lib/disputes/queries";
import { pageDatabase } from "@/lib/identity/session";
import { requireVendor } from "../access";
import { DisputeList } from "./dispute-list";

const PAGE_SIZE = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disputes"))("waiting") };
}

export default async function DisputesPage() {
  await requireVendor("/vendor/disputes");
  const initial = await listDisputes(await pageDatabase(), { limit: PAGE_SIZE });
  return <DisputeList path={`/api/disputes?limit=${PAGE_SIZE}`} initial={initial} />;
}
