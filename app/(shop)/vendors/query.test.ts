import { expect, it } from "vitest";
import { apiQuery, catalogQuery, listHref, readFilter } from "./query.ts";

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
  expect(readFilter({ lat: "NaN", lng: "5", mode: "x", q: ["a", "b"] })).toMatchObject({
    point: null,
    mode: "delivery",
    q: "a",
  });
});

it("speaks the API's language", () => {
  expect(apiQuery({ q: "a b", open_now: true, lat: 1 })).toBe("q=a+b&open_now=1&lat=1");
});
