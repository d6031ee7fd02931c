import { expect, it } from "vitest";
import { apiQuery, catalogQuery, cleared, listHref, readFilter } from "./query.ts";

const moda = {
  label: "Moda",
  text: "",
  lat: 40.98,
  lng: 29.02,
  city_slug: "istanbul",
  district_slug: "kadikoy",
  neighborhood_id: 1,
};

it("writes the URL it read", () => {
  for (const url of [
    "/vendors",
    "/vendors?q=lahmacun&category=restaurant&open_now=1",
    "/vendors?mode=pickup",
    "/vendors?open_now=1&favourites=1&max_fee=0&max_minutes=30&min_rating=4.5&sort=fastest&view=map",
  ]) {
    const params = Object.fromEntries(new URL(url, "http://x").searchParams);
    expect(listHref(readFilter(params))).toBe(url);
  }
});

it("asks for vendors that deliver to the chosen place", () => {
  expect(catalogQuery(readFilter({ q: "pide" }), moda)).toEqual({ q: "pide", lat: 40.98, lng: 29.02 });
});

it("lets the URL's own place win", () => {
  expect(catalogQuery(readFilter({ city: "ankara" }), moda)).toEqual({ city: "ankara" });
  expect(catalogQuery(readFilter({ lat: "39.9", lng: "32.8" }), moda)).toEqual({ lat: 39.9, lng: 32.8 });
});

it("looks for pickup in the place's district, whoever delivers there", () => {
  expect(catalogQuery(readFilter({ mode: "pickup" }), moda)).toEqual({
    city: "istanbul",
    district: "kadikoy",
  });
});

it("survives nonsense in the URL", () => {
  const params = {
    lat: "NaN",
    lng: "5",
    mode: "x",
    q: ["a", "b"],
    sort: "?",
    max_fee: "-1",
    min_rating: "9",
  };
  expect(readFilter({ ...params, max_minutes: "soon" })).toMatchObject({
    sort: "recommended",
    max_fee: null,
    max_minutes: null,
    min_rating: null,
    point: null,
    mode: "delivery",
    q: "a",
  });
});

it("speaks the API's language", () => {
  expect(apiQuery({ q: "a b", open_now: true, lat: 1 })).toBe("q=a+b&open_now=1&lat=1");
});

it("asks for the limits that are set, and for no fee of what one fetches oneself", () => {
  const filter = readFilter({ max_fee: "0", max_minutes: "30", min_rating: "4.5", sort: "rating" });
  expect(catalogQuery(filter, null)).toEqual({
    max_fee: 0,
    max_minutes: 30,
    min_rating: 4.5,
    sort: "rating",
  });
  expect(catalogQuery({ ...filter, mode: "pickup" }, null)).not.toHaveProperty("max_fee");
});

it("clears what narrows the list, and nothing else", () => {
  const url = "/vendors?q=pide&category=cafe&open_now=1&favourites=1&max_fee=0&sort=rating&mode=all&view=map";
  const filter = readFilter(Object.fromEntries(new URL(url, "http://x").searchParams));
  expect(listHref(cleared(filter))).toBe("/vendors?sort=rating&mode=all&view=map");
});
