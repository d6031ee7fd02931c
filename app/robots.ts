// What search engines may read: the shop window. A tracking link's page is not named here: it says itself that it is not to be listed, which
// only who reads it can know.
import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "@/lib/platform/env";

const PRIVATE = [
  ...["/account", "/admin", "/api/", "/checkout", "/courier", "/orders", "/payments/", "/wallet"],
  ...["/sign-in", "/sign-up", "/offline", "/vendor/", "/vendor$"], // not /vendors
];

export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection(); // the address is known when the server runs
  return {
    rules: { userAgent: "*", allow: "/", disallow: PRIVATE },
    sitemap: `${env().APP_URL}/sitemap.xml`,
  };
}
