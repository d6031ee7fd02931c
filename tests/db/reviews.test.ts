// Reviews: one an order, by who ordered it, for a while; the vendor's average is right in every interleaving and never shows what is hidden.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, sql } from "./database.ts";
import { city, leaveTown, person, shop } from "./shops.ts";
import { orderAt, tally, type World, world } from "./world.ts";

type Review = {
  id: string;
  author: string;
  rating: number;
  text: string;
  version: number;
  edited: boolean;
  hidden: boolean;
  reply: { text: string } | null;
};
type OfOrder = { review: Review | null; review_until: string | null };
type Page = { data: Review[]; next_cursor: string | null };

let here: World;
let operator: string;
beforeAll(async () => {
  [here, operator] = [await world(), await person("admin")];
});
afterAll(leaveTown);

const delivered = async () => (await orderAt(here, "DELIVERED")).id;
const say = (orderId: string, review: object, actor = here.customerId) =>
  call<OfOrder>(actor, "review_order", { order_id: orderId, review });
const moderate = (id: string, hidden: boolean) =>
  call<Review>(operator, "moderate_review", { review_id: id, decision: { hidden, reason: "Hakaret" } });
const shown = (filter: object = {}) => call<Page>(null, "list_reviews", { slug: here.slug, filter });

/** The vendor's average and count as they are kept, and as its visible reviews make them. */
async function averages(vendorId = here.vendorId) {
  const [row] = await sql`select v.rating, v.rating_count, r.average, r.n from public.vendors v,
    lateral (select round(avg(rating), 1) as average, count(*)::int as n from public.reviews where vendor_id = v.id and not hidden) r
    where v.id = ${vendorId}`;
  return { kept: [row?.rating, row?.rating_count], made: [row?.average, row?.n] };
}

/** Moves what happened to an order into the past. */
async function age(orderId: string, interval: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`; // events are append-only, for this test too
    await tx`update public.events set at = at - ${interval}::interval where stream_id = ${orderId}`;
    await tx`update public.reviews set created_at = created_at - ${interval}::interval where order_id = ${orderId}`;
  });
}

describe("a customer", () => {
  it("reviews an order once it has come, and is shown by first name", async () => {
    await sql`update public.users set full_name = 'Şule  İnce Ilıca' where id = ${here.customerId}`;
    const id = await delivered();
    const before = await call<OfOrder>(here.customerId, "get_order_review", { order_id: id });
    expect(before.review).toBeNull();
    expect(Date.parse(before.review_until ?? "")).toBeGreaterThan(Date.now() + 13.9 * 86_400_000);
    const { review } = await say(id, { rating: 4, text: "  Lezzetliydi.  " });
    expect(review).toMatchObject({ author: "Şule I.", rating: 4, text: "Lezzetliydi.", edited: false });
    expect((await shown()).data[0]).toMatchObject({ author: "Şule I.", rating: 4, text: "Lezzetliydi." });
  });

  it.each(["NEW", "ON_ROUTE"])("reviews nothing that is %s", async (status) => {
    const { id } = await orderAt(here, status);
    expect(await refusal(say(id, { rating: 5 }))).toMatchObject({
      status: "409",
      code: "INVALID_TRANSITION",
    });
    expect(await call(here.customerId, "get_order_review", { order_id: id })).toEqual({
      review: null,
      review_until: null,
    });
  });

  it("reviews for 14 days", async () => {
    const [late, just] = [await delivered(), await delivered()];
    await age(late, "14 days 1 minute");
    await age(just, "13 days 23 hours");
    expect(await outcome(say(late, { rating: 5 }))).toBe("INVALID_TRANSITION");
    expect(await outcome(say(just, { rating: 5 }))).toBe("ok");
  });

  it("corrects a review for a day, and never one that changed meanwhile", async () => {
    const id = await delivered();
    const first = await say(id, { rating: 2 });
    const next = await say(id, { rating: 3, text: "Yanlış yazmışım", version: first.review?.version });
    expect(next.review).toMatchObject({ rating: 3, edited: true });
    const stale = await refusal(say(id, { rating: 1, version: first.review?.version }));
    expect(stale).toMatchObject({ status: "409", code: "VERSION_CONFLICT" });
    expect(stale.details.current).toMatchObject({ review: { rating: 3 } });
    await age(id, "25 hours");
    expect(await outcome(say(id, { rating: 1 }))).toBe("INVALID_TRANSITION");
    expect(await outcome(say(id, { rating: 3, text: "Yanlış yazmışım" }))).toBe("ok"); // nothing changes
  });

  it("says nothing of somebody else's order, nor of none", async () => {
    const id = await delivered();
    const stranger = await person("customer");
    for (const orderId of [id, randomUUID()]) {
      expect(await refusal(say(orderId, { rating: 1 }, stranger))).toMatchObject({ status: "404" });
      expect(await outcome(call(stranger, "get_order_review", { order_id: orderId }))).toBe("NOT_FOUND");
    }
  });

  it.each([{ rating: 0 }, { rating: 6 }, {}, { rating: 5, text: "x".repeat(1001) }])(
    "is refused %j",
    async (review) => {
      expect(await outcome(say(await delivered(), review))).toMatch(/^23/);
    },
  );
});

describe("the average", () => {
  it("is right after twenty at once, a double tap counting once", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 20; n++) ids.push(await delivered());
    const taps = ids.flatMap((id, n) => [1, 2].map(() => say(id, { rating: 1 + (n % 5) })));
    expect(await tally(taps)).toEqual({ ok: 40 });
    const { kept, made } = await averages();
    expect(kept).toEqual(made);
  });

  it("follows corrections and what is hidden, shown again or gone, at once", async () => {
    const other = await world();
    const rate = async (rating: number) => {
      const { id } = await orderAt(other, "DELIVERED");
      return (await say(id, { rating }, other.customerId)).review?.id ?? "";
    };
    const [good, bad, worst] = [await rate(5), await rate(2), await rate(1)];
    await Promise.all([moderate(bad, true), moderate(worst, true), moderate(bad, true)]);
    expect((await averages(other.vendorId)).kept).toEqual(["5.0", 1]);
    await moderate(bad, false);
    expect((await averages(other.vendorId)).kept).toEqual(["3.5", 2]);
    await sql`delete from public.reviews where id = any (${[good, bad, worst]}::uuid[])`;
    expect((await averages(other.vendorId)).kept).toEqual([null, 0]);
  });

  it("goes on from what a vendor had brought along", async () => {
    const other = await world();
    await sql`update public.vendors set rating = 4.8, rating_sum = 48, rating_count = 10 where id = ${other.vendorId}`;
    const { id } = await orderAt(other, "DELIVERED");
    await say(id, { rating: 1 }, other.customerId);
    expect((await averages(other.vendorId)).kept).toEqual(["4.5", 11]);
  });
});

describe("the vendor", () => {
  it("answers, changes the answer, and is told when somebody else did", async () => {
    const { review } = await say(await delivered(), { rating: 5, text: "Harika" });
    const reply = (text: string, version?: number, actor = here.ownerId) =>
      call<Review>(actor, "reply_to_review", { review_id: review?.id, reply: { text, version } });
    const open = await call<Page>(here.ownerId, "list_vendor_reviews", { filter: { unanswered: true } });
    expect(open.data.map(({ id }) => id)).toContain(review?.id);
    const answered = await reply("Afiyet olsun!", review?.version);
    expect(answered.reply?.text).toBe("Afiyet olsun!");
    expect(await outcome(reply("Başka", review?.version))).toBe("VERSION_CONFLICT");
    expect((await reply("Yine bekleriz.")).reply?.text).toBe("Yine bekleriz.");
    expect(await outcome(reply("  "))).toBe("VALIDATION_ERROR");
    const stranger = await shop(await city());
    expect(await outcome(reply("Ben de", undefined, stranger.ownerId))).toBe("NOT_FOUND");
    const still = await call<Page>(here.ownerId, "list_vendor_reviews", { filter: { unanswered: true } });
    expect(still.data.map(({ id }) => id)).not.toContain(review?.id);
  });

  it("sees why a review was hidden, which strangers do not see at all", async () => {
    const { review } = await say(await delivered(), { rating: 1, text: "Kötü söz" });
    await moderate(review?.id ?? "", true);
    const mine = await call<Page>(here.ownerId, "list_vendor_reviews");
    expect(mine.data.find(({ id }) => id === review?.id)).toMatchObject({
      hidden: true,
      hidden_reason: "Hakaret",
    });
    expect(JSON.stringify(await shown({ limit: 50 }))).not.toContain(review?.id);
    const all = await call<Page>(operator, "list_admin_reviews", { filter: { hidden: true } });
    expect(all.data.map(({ id }) => id)).toContain(review?.id);
  });
});

it("pages show every review exactly once, also by stars", async () => {
  const walk = async (filter: object) => {
    const seen: Review[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await shown({ ...filter, limit: 7, cursor });
      seen.push(...page.data);
      cursor = page.next_cursor;
    } while (cursor);
    return seen;
  };
  const all = await walk({});
  const [{ n } = { n: 0 }] = await sql<{ n: number }[]>`
    select count(*)::int as n from public.reviews where vendor_id = ${here.vendorId} and not hidden`;
  expect(all.length).toBeGreaterThan(20);
  expect(new Set(all.map(({ id }) => id)).size).toBe(n);
  expect(all).toHaveLength(n);
  expect((await walk({ rating: 3 })).map(({ id }) => id)).toEqual(
    all.filter(({ rating }) => rating === 3).map(({ id }) => id),
  );
  expect(await refusal(shown({ cursor: "x" }))).toMatchObject({ status: "400" });
});
