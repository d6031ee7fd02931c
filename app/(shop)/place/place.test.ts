import { expect, it } from "vitest";
import { placeValue, readPlace } from "./place.ts";

const moda = {
  label: "Caferağa",
  text: "Caferağa, Kadıköy, İstanbul",
  lat: 40.9843,
  lng: 29.0253,
  city_slug: "istanbul",
  district_slug: "kadikoy",
  neighborhood_id: 34023003,
};

it("reads back the place it wrote", () => {
  const value = placeValue(moda);
  expect(value).not.toMatch(/[;,\s]/); // which would end it
  expect(readPlace(decodeURIComponent(value))).toEqual(moda);
});

it("ignores a cookie that holds no place", () => {
  for (const value of [
    undefined,
    "",
    "x",
    "null",
    "[]",
    '{"label":"a","text":"b","lat":99,"lng":1}',
    '{"lat":1,"lng":2}',
  ]) {
    expect(readPlace(value)).toBeNull();
  }
});

it("drops what is not a slug or an id", () => {
  const place = readPlace(JSON.stringify({ ...moda, city_slug: 5, neighborhood_id: "1" }));
  expect(place).toMatchObject({ city_slug: null, neighborhood_id: null });
});
