import { encode } from "uqr";
import { expect, it } from "vitest";
import { qrCodeOf } from "./qr-code";

/** The modules that a path of one-unit-high runs fills. */
function filled({ size, path }: ReturnType<typeof qrCodeOf>): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  return rows;
}

const URL = "https://kapgel.example.com/t/aB3-_xYz0123456789aB3-_xYz012345";

it("draws every module of the code and no other", () => {
  const code = qrCodeOf(URL);
  expect(filled(code)).toEqual(encode(URL, { ecc: "M", border: 4 }).data);
  expect(code.path.replace(/M\d+ \d+h(\d+)v1h-\1z/g, "")).toBe("");
});

it("leaves the four empty modules around it that readers need", () => {
  const rows = filled(qrCodeOf(URL));
  const edges = [
    ...rows.slice(0, 4),
    ...rows.slice(-4),
    ...rows.map((row) => [...row.slice(0, 4), ...row.slice(-4)]),
  ];
  expect(edges.flat()).not.toContain(true);
  expect(rows[4]?.slice(4, 11)).toEqual(Array(7).fill(true)); // the finder pattern's upper edge
});
