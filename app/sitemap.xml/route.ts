// The site map's index: one map of pages for every 5000 vendors, as the format wants no more than 50,000 addresses in a file.
import { listVendorSlugs } from "@/lib/catalog/site-map";
import { env } from "@/lib/platform/env";
import { xmlAnswer } from "../sitemap/xml";

export const GET = () =>
  xmlAnswer("sitemapindex", async (db) => {
    const { pages } = await listVendorSlugs(db, 0);
    const maps = Array.from({ length: Math.max(1, pages) }, (_, page) => `/sitemap/${page}.xml`);
    return maps.map((path) => `<sitemap><loc>${env().APP_URL}${path}</loc></sitemap>`);
  });
