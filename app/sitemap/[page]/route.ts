// One map of the site: the pages that everybody finds the same, and a page's worth of vendors.
import { listVendorSlugs } from "@/lib/catalog/site-map";
import { env } from "@/lib/platform/env";
import { xmlAnswer } from "../xml";

const PAGES = ["", "/vendors", "/apply"];

export async function GET(_: Request, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  const page = /^(0|[1-9]\d{0,4})\.xml$/.exec((await params).page)?.[1];
  if (page === undefined) return new Response(null, { status: 404 });
  return xmlAnswer("urlset", async (db) => {
    const { slugs } = await listVendorSlugs(db, Number(page));
    const paths = [...(page === "0" ? PAGES : []), ...slugs.map((slug) => `/v/${slug}`)];
    return paths.map((path) => `<url><loc>${env().APP_URL}${path}</loc></url>`);
  });
}
