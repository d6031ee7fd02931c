// How a vendor shows itself: its own people say it, customers see it, and nothing else of the vendor can be said with it.
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, refusal, sql } from "./database.ts";
import { city, leaveTown, type Shop, shop } from "./shops.ts";

type Profile = { id: string; slug: string; version: number } & Record<string, unknown>;
const SAID = { description: "Odun ateşinde, günlük.", image_url: "/pictures/lahmacun.webp" };

let mine: Shop;
const own = (name: string, args: Record<string, unknown> = {}) => call<Profile>(mine.ownerId, name, args);

beforeAll(async () => {
  mine = await shop(await city(), "Bizim Fırın");
});
afterAll(leaveTown);

it("is shown to customers as it was saved", async () => {
  const saved = await own("update_vendor_profile", { body: SAID });
  expect(saved).toMatchObject({ ...SAID, name: "Bizim Fırın", version: 2 });
  expect(await own("get_vendor_profile")).toEqual(saved);
  expect(await call(null, "get_vendor", { slug: saved.slug })).toMatchObject(SAID);
  expect(await own("update_vendor_profile", { body: { image_url: null } })).toMatchObject({
    description: SAID.description,
    image_url: null,
  });
});

it("changes nothing that an operator approved, nor what a shop pays", async () => {
  const asIs = async () => {
    const [row] =
      await sql`select name, slug, business_type, verified, commission_bps, rating from public.vendors
      where id = ${mine.vendorId}`;
    return row;
  };
  const before = await asIs();
  const body = {
    name: "Saray",
    slug: "saray",
    business_type: "florist",
    verified: false,
    commission_bps: 0,
    rating: 5,
  };
  await own("update_vendor_profile", { body });
  expect(await asIs()).toEqual(before);
});

it("is refused on an old version with the present one", async () => {
  const { version } = await own("get_vendor_profile");
  await own("update_vendor_profile", { body: { description: "Yeni", version } });
  expect(
    await refusal(own("update_vendor_profile", { body: { description: "Eski", version } })),
  ).toMatchObject({
    status: "409",
    code: "VERSION_CONFLICT",
    details: { current: { description: "Yeni", version: version + 1 } },
  });
});
