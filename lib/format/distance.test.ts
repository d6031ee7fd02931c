import { expect, it } from "vitest";
import { formatDistance, metresBetween } from "./distance.ts";

it("measures Moda to Beşiktaş pier within ten metres", () => {
  const metres = metresBetween({ lat: 40.9829, lng: 29.0257 }, { lat: 41.0411, lng: 29.0069 });
  expect(Math.abs(metres - 6_662)).toBeLessThan(10);
});

it("writes metres below a kilometre and kilometres above it", () => {
  expect(formatDistance(347, "tr")).toBe("350 m");
  expect(formatDistance(996, "tr")).toBe("1 km");
  expect(formatDistance(2_437, "tr")).toBe("2,4 km");
  expect(formatDistance(2_437, "en")).toBe("2.4 km");
});
