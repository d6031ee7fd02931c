import { describe, expect, it } from "vitest";
import { metresBetween } from "../../lib/format/distance.ts";
import {
  addCorner,
  boundsOf,
  cornersFromText,
  cornersOf,
  cornersToText,
  grid,
  offset,
  withCorners,
  type Zone,
} from "./geometry.ts";

const moda = { lat: 40.98, lng: 29.02 };
const square = [
  { lat: 0, lng: 0 },
  { lat: 0, lng: 1 },
  { lat: 1, lng: 1 },
  { lat: 1, lng: 0 },
];

it("an offset lies as far away as asked", () => {
  for (const bearing of [0, 77, 180, 290]) {
    expect(Math.abs(metresBetween(moda, offset(moda, 1_500, bearing)) - 1_500)).toBeLessThan(5);
  }
});

it("bounds hold every point and the zone, and are null for nothing", () => {
  expect(boundsOf([moda], withCorners(null, square))).toEqual({
    west: 0,
    south: 0,
    east: 29.02,
    north: 40.98,
  });
  expect(boundsOf([])).toBeNull();
});

it("the grid is fixed to the ground and never grows without end", () => {
  const lines = grid({ west: 29, south: 40.9, east: 29.1, north: 41 }, 1_000);
  const moved = grid({ west: 29.01, south: 40.91, east: 29.11, north: 41.01 }, 1_000);
  const lngs = new Set(lines.map((line) => line[0]?.[0]?.toFixed(6)));
  expect(moved.some((line) => lngs.has(line[0]?.[0]?.toFixed(6)))).toBe(true);
  expect(grid({ west: -180, south: -80, east: 180, north: 80 }, 100).length).toBeLessThan(200);
});

describe("editing a zone", () => {
  it("keeps other polygons and holes, and is null below three corners", () => {
    const hole = [
      [0.4, 0.4],
      [0.6, 0.4],
      [0.5, 0.6],
      [0.4, 0.4],
    ];
    const island = [
      [
        [5, 5],
        [6, 5],
        [6, 6],
        [5, 5],
      ],
    ];
    const zone: Zone = {
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
          hole,
        ],
        island,
      ],
    };
    const edited = withCorners(zone, square);
    expect(edited?.coordinates[1]).toEqual(island);
    expect(edited?.coordinates[0]?.[1]).toEqual(hole);
    expect(cornersOf(edited)).toEqual(square);
    expect(withCorners(null, square.slice(0, 2))).toBeNull();
  });
  it("puts a new corner into the nearest edge", () => {
    const corner = { lat: 0.5, lng: 1.1 };
    expect(addCorner(square, corner).indexOf(corner)).toBe(2);
  });
  it("reads its own text back and names the line it cannot read", () => {
    expect(cornersFromText(cornersToText(square))).toEqual(square);
    expect(cornersFromText("40.1, 29.1\n\nnowhere")).toEqual({ badLine: 3 });
    expect(cornersFromText("91, 29.1")).toEqual({ badLine: 1 });
  });
});
