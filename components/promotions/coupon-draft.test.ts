import { describe, expect, it } from "vitest";
import { bodyOf, NEW_COUPON, problemsOf } from "./coupon-draft.ts";

const NOW = Date.parse("2026-11-21T09:00:00Z");
const good = { ...NEW_COUPON, code: " hoş-geldin ", percent: "20", cap: 7_500 };

describe("a coupon's draft", () => {
  it("is sent when it says what it gives", () => {
    expect(problemsOf(good, NOW)).toEqual({});
    expect(bodyOf(good)).toEqual({
      ...{ code: "hoş-geldin", kind: "percentage", percent: 20, cap_minor: 7_500 },
      ...{ minimum_minor: 0, person_limit: 1, total_limit: null },
    });
  });
  it("sends nothing that belongs to another kind", () => {
    const amount = { ...good, kind: "amount" as const, amount: 5_000 };
    expect(bodyOf(amount)).not.toHaveProperty("percent");
    expect(bodyOf({ ...amount, kind: "free_delivery" })).not.toHaveProperty("amount_minor");
  });
  it("says times on İstanbul's clock", () => {
    expect(bodyOf({ ...good, starts: "2026-11-22T10:30", ends: "2026-12-01T00:00" })).toMatchObject({
      starts_at: "2026-11-22T07:30:00.000Z",
      ends_at: "2026-11-30T21:00:00.000Z",
    });
  });
  it.each([
    [{ code: "ab" }, { code: "codeInvalid" }],
    [{ code: "yarı_fiyat!" }, { code: "codeInvalid" }],
    [{ percent: "0" }, { percent: "percentInvalid" }],
    [{ percent: "101" }, { percent: "percentInvalid" }],
    [{ percent: "2,5" }, { percent: "percentInvalid" }],
    [{ cap: undefined }, { cap: "amountInvalid" }],
    [{ kind: "amount" as const, amount: null }, { amount: "amountInvalid" }],
    [{ minimum: undefined }, { minimum: "amountInvalid" }],
    [{ person_limit: "0" }, { person_limit: "countInvalid" }],
    [{ total_limit: "1000001" }, { total_limit: "countInvalid" }],
    [{ ends: "2026-11-21T11:59" }, { ends: "endsInvalid" }],
    [{ starts: "2026-12-02T00:00", ends: "2026-12-01T00:00" }, { ends: "endsInvalid" }],
  ])("%j is refused", (change, problems) => {
    expect(problemsOf({ ...good, ...change }, NOW)).toEqual(problems);
  });
});
