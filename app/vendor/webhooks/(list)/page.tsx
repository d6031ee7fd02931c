// Where the vendor's own systems hear of its orders.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageDatabase } from "@/lib/identity/session";
import { listEndpoints } from "@/lib/webhooks/queries";
import { requireVendor } from "../../access";
import { Endpoints } from "../islands";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("title") };
}

export default async function WebhooksPage() {
  await requireVendor("/vendor/webhooks", "staff");
  return <Endpoints initial={await listEndpoints(await pageDatabase())} />;
}
