// What search engines and other sites are told: which pages there are, what a vendor sells at which price, and a picture of each link.
import { describe, expect, it } from "vitest";
import { vendors } from "../../supabase/seed/vendors/all.ts";
import { api } from "./client.ts";

const base = process.env.KAPGEL_URL ?? "";
const origin = process.env.APP_URL ?? "";
const get = (path: string) => fetch(new URL(path, base), { redirect: "manual" });
const text = async (path: string) => (await get(path)).text();
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? "");
const attribute = (html: string, pattern: RegExp) => pattern.exec(html)?.[1]?.replaceAll("&amp;", "&");

describe("the site map", () => {
  it("is an index of maps that list the public pages and every vendor of the town", async () => {
    const index = await get("/sitemap.xml");
    expect([index.status, index.headers.get("content-type")]).toEqual([200, "application/xml"]);
    const maps = locations(await index.text());
    expect(maps[0]).toBe(`${origin}/sitemap/0.xml`);
    const listed = (await Promise.all(maps.map((url) => text(new URL(url).pathname)))).flatMap(locations);
    expect(listed).toEqual(expect.arrayContaining([origin, `${origin}/vendors`]));
    expect(listed).toEqual(expect.arrayContaining(vendors.map(({ slug }) => `${origin}/v/${slug}`)));
    expect(new Set(listed).size).toBe(listed.length);
    expect((await get("/v/moda-lezzet")).status).toBe(200);
  });

  it("has no map beside its pages", async () => {
    for (const path of ["/sitemap/00.xml", "/sitemap/x.xml", "/sitemap/0", "/sitemap/-1.xml"])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    expect(locations(await text("/sitemap/99999.xml"))).toEqual([]);
  });
});

describe("robots.txt", () => {
  it("names the map and keeps crawlers out of what is private, and of nothing public", async () => {
    const robots = await text("/robots.txt");
    expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`);
    const closed = [...robots.matchAll(/^Disallow: (\S+)$/gm)].map(([, path]) => path ?? "");
    const isClosed = (path: string) =>
      closed.some((rule) => (rule.endsWith("$") ? `${path}$` === rule : path.startsWith(rule)));
    const secret = ["/account", "/orders/x/receipt", "/checkout", "/vendor", "/vendor/money", "/admin"];
    for (const path of secret) expect([path, isClosed(path)]).toEqual([path, true]);
    for (const path of ["/", "/vendors", "/v/moda-lezzet", "/cart", "/apply", "/pictures/bread.webp"])
      expect([path, isClosed(path)]).toEqual([path, false]);
  });
});

describe("a vendor's page", () => {
  type Item = { name: string; offers: { price: string; priceCurrency: string; availability: string } };

  it("says what it sells in words that machines read, at the menu's own prices", async () => {
    const detail = (await api("GET", "/api/vendors/moda-lezzet")).body as { branches: { id: string }[] };
    const menu = (await api("GET", `/api/branches/${detail.branches[0]?.id}/menu`)).body as {
      categories: { name: string; products: { name: string; price_minor: number; in_stock: boolean }[] }[];
    };
    const html = await text("/v/moda-lezzet");
    const [, nonce, json = ""] =
      /<script type="application\/ld\+json" nonce="([^"]+)">(.*?)<\/script>/s.exec(html) ?? [];
    expect(html).toContain(`nonce="${nonce}"`);
    const data = JSON.parse(json);
    expect(data).toMatchObject({
      "@type": "Restaurant",
      name: "Moda Lezzet",
      url: `${origin}/v/moda-lezzet`,
      address: { addressLocality: "Kadıköy", addressCountry: "TR" },
    });
    const sections = data.hasMenu.hasMenuSection as { name: string; hasMenuItem: Item[] }[];
    expect(
      sections.map(({ name, hasMenuItem }) => [
        name,
        hasMenuItem.map((item) => [
          item.name,
          Math.round(Number(item.offers.price) * 100),
          item.offers.availability,
        ]),
      ]),
    ).toEqual(
      menu.categories.map(({ name, products }) => [
        name,
        products.map((product) => [
          product.name,
          product.price_minor,
          `https://schema.org/${product.in_stock ? "InStock" : "SoldOut"}`,
        ]),
      ]),
    );
  });

  it("has one address whatever its query, words of its own, and a picture", async () => {
    const html = await text("/v/moda-lezzet?branch=x&utm_source=y");
    expect(attribute(html, /<link rel="canonical" href="([^"]+)"/)).toBe(`${origin}/v/moda-lezzet`);
    expect(attribute(html, /<title>([^<]+)<\/title>/)).toBe("Moda Lezzet · KapGel");
    expect(attribute(html, /<meta property="og:title" content="([^"]+)"/)).toContain("Moda Lezzet");
    expect(attribute(html, /<meta name="description" content="([^"]+)"/)).toMatch(/\S/);
    const picture = attribute(html, /<meta property="og:image" content="([^"]+)"/) ?? "";
    expect(picture).toContain(`${origin}/v/moda-lezzet/`);
    await isPicture(picture);
  });
});

it("the landing page and the list have an address and words of their own, and a picture", async () => {
  const [home, list] = [await text("/"), await text("/vendors?category=cafe")];
  expect(attribute(home, /<link rel="canonical" href="([^"]+)"/)).toBe(origin);
  expect(attribute(list, /<link rel="canonical" href="([^"]+)"/)).toBe(`${origin}/vendors`);
  const [first, second] = [home, list].map((html) =>
    attribute(html, /<meta name="description" content="([^"]+)"/),
  );
  expect(first).toMatch(/\S/);
  expect(second).not.toBe(first);
  await isPicture(attribute(home, /<meta property="og:image" content="([^"]+)"/) ?? "");
});

it("a vendor that is not there has no picture", async () => {
  const picture =
    attribute(await text("/v/moda-lezzet"), /<meta property="og:image" content="([^"]+)"/) ?? "";
  const { pathname } = new URL(picture);
  expect((await get(pathname.replace("moda-lezzet", "yok"))).status).toBe(404);
});

describe("the app that a phone installs", () => {
  it("has its icons and screenshots, of the sizes it names", async () => {
    const manifest = await (await get("/manifest.webmanifest")).json();
    expect(manifest).toMatchObject({ id: "/", display: "standalone", start_url: "/", lang: "tr" });
    const pictures = [...manifest.icons, ...manifest.screenshots].filter(({ type }) => type === "image/png");
    const purposes = manifest.icons.map(
      ({ sizes, purpose }: Record<string, string>) => `${sizes} ${purpose}`,
    );
    expect(purposes).toEqual(expect.arrayContaining(["192x192 any", "512x512 any", "512x512 maskable"]));
    for (const { src, sizes } of pictures) {
      const bytes = Buffer.from(await (await get(src)).arrayBuffer());
      expect([src, `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`]).toEqual([src, sizes]);
    }
  });

  it("has a worker that is asked for anew each time", async () => {
    const { status, headers } = await get("/worker.js");
    expect([status, headers.get("cache-control")]).toEqual([200, "no-cache"]);
    expect(headers.get("content-type")).toMatch(/javascript/);
  });

  it("shows a page without a network that holds nothing of its reader", async () => {
    const token = (
      await api("POST", "/api/auth/sign-in", {
        body: { email: "customer@kapgel.test", password: "kapgel-demo" },
      })
    ).body as { access_token: string; user: { full_name: string } };
    const page = await fetch(new URL("/offline", base), {
      headers: { Cookie: `kapgel_access=${token.access_token}` },
    });
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain("İnternet yok");
    expect(html).not.toContain(token.user.full_name);
    expect(html).not.toContain("kapgel.test");
  });
});

async function isPicture(url: string) {
  const answer = await get(new URL(url).pathname + new URL(url).search);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
}
