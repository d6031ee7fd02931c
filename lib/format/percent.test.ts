import { expect, it } from "vitest";
import { formatPercent } from "./percent.ts";

it.each([
  [1_000, "tr", "%10"],
  [250, "tr", "%2,5"],
  [0, "tr", "%0"],
  [1_225, "en", "12.25%"],
])("%d basis points in %s are %s", (bps, locale, text) => expect(formatPercent(bps, locale)).toBe(text));
