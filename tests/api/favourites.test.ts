// Favourites and the narrowed list through the API.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { MODA } from "../db/shops.ts";
import { api, expectError, signedIn, type Town, town } from "./client.ts";

let here: Town;
let customer: { id: string; token: string };
beforeAll(async () => {
  [here, customer] = await Promise.all([town(), signedIn("customer")]);
});

const like = (method: "PUT" | "DELETE", id: string, token: string | undefined = customer.token) =>
  api(method, `/api/favourites/${id}`, { token });
const liked = async (query = "") =>
  (await api("GET", `/api/favourites${query}`, { token: customer.token })).body;

it("a double tap likes once, and unliking twice is no error", async () => {
  const taps = await Promise.all(Array.from({ length: 10 }, () => like("PUT", here.vendorId)));
  expect(taps.map(({ status }) => status)).toEqual(Array(10).fill(204));
  expect(await liked(`?lat=${MODA.lat}&lng=${MODA.lng}`)).toMatchObject({
    data: [{ id: here.vendorId, delivery_fee_minor: 0 }],
    next_cursor: null,
    total: 1,
  });
  expect((await liked("?q=olmayan")).data).toEqual([]);
  for (const _ of [1, 2]) expect((await like("DELETE", here.vendorId)).status).toBe(204);
  expect((await liked()).total).toBe(0);
});

it("customers like what is there to be seen; nobody else likes anything", async () => {
  expectError(await like("PUT", randomUUID()), 404, "NOT_FOUND");
  expectError(await like("PUT", here.vendorId, here.owner), 403, "FORBIDDEN");
  expectError(await api("GET", "/api/favourites"), 401, "UNAUTHENTICATED");
});

it("the list is narrowed and sorted, and refuses what it does not know", async () => {
  const list = (query: string) => api("GET", `/api/vendors?lat=${MODA.lat}&lng=${MODA.lng}&${query}`);
  const { body } = await list("sort=minimum&max_fee=4000&max_minutes=60&min_rating=4&limit=50");
  const cards = body.data as Record<
    "delivery_fee_minor" | "eta_minutes" | "rating" | "minimum_order_minor",
    number
  >[];
  expect(cards.length).toBeGreaterThan(0);
  expect(body.total).toBeGreaterThanOrEqual(cards.length);
  for (const card of cards) {
    expect(card.delivery_fee_minor).toBeLessThanOrEqual(4000);
    expect(card.eta_minutes).toBeLessThanOrEqual(60);
    expect(card.rating).toBeGreaterThanOrEqual(4);
  }
  for (const query of ["sort=love", "max_fee=-1", "max_fee=1.5", "max_minutes=0", "min_rating=6"]) {
    expectError(await list(query), 400, "VALIDATION_ERROR");
  }
});
