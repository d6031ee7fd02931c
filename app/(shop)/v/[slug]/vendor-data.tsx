// The vendor for search engines, in the page and not on the screen.
import { headers } from "next/headers";
import type { Menu, ShopBranch, VendorDetail } from "@/lib/catalog/schema";
import { env } from "@/lib/platform/env";
import { scriptJson, structuredData } from "./structured-data";

export async function VendorData({
  vendor,
  branch,
  menu,
}: {
  vendor: VendorDetail;
  branch: ShopBranch;
  menu: Menu;
}) {
  // No script runs here, but the page's policy asks every script element for its nonce (middleware.ts).
  const policy = (await headers()).get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of ours whose every < is escaped
      dangerouslySetInnerHTML={{ __html: scriptJson(structuredData(vendor, branch, menu, env().APP_URL)) }}
    />
  );
}
