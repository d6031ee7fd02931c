// Reviews through the API: an order that came is judged once, everybody reads it at once, the vendor answers, an operator hides it.
import { beforeAll, expect, it } from "vitest";
import { api, expectError, move, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let customer: { id: string; token: string };
beforeAll(async () => {
  [here, customer] = await Promise.all([town(), signedIn("customer")]);
});

type Said = { id: string; rating: number; version: number };
const say = (id: string, body: object, token = customer.token) =>
  api("PUT", `/api/orders/${id}/review`, { token, body });
const vendor = async () => (await api("GET", `/api/vendors/${here.slug}`)).body;
const shown = async () =>
  (await api("GET", `/api/vendors/${here.slug}/reviews`)).body.data as (Said & { reply: unknown })[];

/** An order of the customer that was fetched at the counter. */
async function fetched(): Promise<string> {
  const { id } = await placed(here, customer.token, { type: "pickup", address: undefined });
  for (const to of ["CONFIRMED", "PREPARING", "READY", "DELIVERED"]) {
    expect((await move(here.owner, id, to)).status).toBe(200);
  }
  return id;
}

it("an order is judged once it has come, and the vendor's rating says so at once", async () => {
  const { id: early } = await placed(here, customer.token);
  expectError(await say(early, { rating: 5 }), 409, "INVALID_TRANSITION");
  const id = await fetched();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => say(id, { rating: 4, text: "İyiydi ı" })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  const said = answers.map(({ body }) => body.review as Said);
  expect(new Set(said.map((review) => review.id)).size).toBe(1);
  expect(await vendor()).toMatchObject({ rating: 4, rating_count: 1 });
  expect(await shown()).toMatchObject([{ rating: 4, text: "İyiydi ı", author: "Deneme K.", reply: null }]);
  const again = await say(id, { rating: 2, version: said[0]?.version });
  expect(again.body.review).toMatchObject({ rating: 2, edited: true });
  expect(await vendor()).toMatchObject({ rating: 2, rating_count: 1 });
  expectError(await say(id, { rating: 1, version: 1 }), 409, "VERSION_CONFLICT");
});

it("nobody judges another's order, nor without stars", async () => {
  const id = await fetched();
  const stranger = await signedIn("customer");
  expectError(await say(id, { rating: 1 }, stranger.token), 404, "NOT_FOUND");
  expectError(await say(id, { rating: 1 }, here.owner), 403, "FORBIDDEN");
  expectError(await say(id, { rating: 6 }), 400, "VALIDATION_ERROR");
  expectError(await say(id, { rating: 5, text: "x".repeat(1001) }), 400, "VALIDATION_ERROR");
  expectError(await api("PUT", `/api/orders/${id}/review`, { body: { rating: 5 } }), 401, "UNAUTHENTICATED");
});

it("the vendor answers its own reviews only, and an operator hides and shows them", async () => {
  const { body } = await say(await fetched(), { rating: 1, text: "Kötü söz" });
  const { id } = body.review as Said;
  const [other, admin] = await Promise.all([town(), signedIn("admin")]);
  const reply = (token: string, text: string) =>
    api("PUT", `/api/vendor/reviews/${id}/reply`, { token, body: { text } });
  expectError(await reply(other.owner, "Ben de"), 404, "NOT_FOUND");
  expect((await reply(here.owner, "Üzgünüz.")).status).toBe(200);
  expect((await shown())[0]?.reply).toMatchObject({ text: "Üzgünüz." });
  const decide = (hidden: boolean, reason: string, token = admin.token) =>
    api("PATCH", `/api/admin/reviews/${id}`, { token, body: { hidden, reason } });
  expectError(await decide(true, "x", here.owner), 403, "FORBIDDEN");
  expectError(await decide(true, " "), 400, "VALIDATION_ERROR");
  const before = await vendor();
  expect((await decide(true, "Hakaret")).body).toMatchObject({ hidden: true, hidden_reason: "Hakaret" });
  expect((await shown()).map((review) => review.id)).not.toContain(id);
  expect((await vendor()).rating_count).toBe((before.rating_count as number) - 1);
  expect((await decide(false, "Yanlışlıkla")).status).toBe(200);
  expect(await vendor()).toEqual(before);
});
