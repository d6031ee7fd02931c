// Operators correct credit: a little alone, more only with a second operator, and each correction once.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { balanceOf, fund } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import type { Body } from "./world.ts";

type Adjustment = { id: string; status: string; may_decide: boolean };
const LIMIT = 50_000; // money_settings' own

let operators: [string, string, string];
let customerId: string;
beforeAll(async () => {
  operators = [await person("admin"), await person("admin"), await person("admin")];
});
afterAll(() => ledgerIsSound().finally(leaveTown));

const adjust = async (amount_minor: number, more: Body = {}, key: string = randomUUID()) => {
  const answer = await call<{ replayed: boolean; body: Adjustment }>(operators[0], "adjust_wallet", {
    adjustment: { email: `${customerId}@test.invalid`, amount_minor, reason: "Gecikme için", ...more },
    idempotency_key: key,
  });
  return answer.body;
};
const decide = (operator: string, { id }: Adjustment, decision = "approve") =>
  call<Adjustment>(operator, "decide_adjustment", { adjustment_id: id, decision });
const customer = async (credit: number) => {
  customerId = await person("customer");
  if (credit > 0) await fund(customerId, credit);
};

describe("one operator", () => {
  it("gives up to the limit alone, at once", async () => {
    await customer(0);
    expect(await adjust(LIMIT)).toMatchObject({ status: "applied" });
    expect(await balanceOf(customerId)).toBe(LIMIT);
  });

  it("takes up to the limit alone, but never more than there is", async () => {
    await customer(10_000);
    await adjust(-4_000);
    expect(await refusal(adjust(-6_001))).toMatchObject({ status: "422", code: "INSUFFICIENT_FUNDS" });
    expect(await balanceOf(customerId)).toBe(6_000);
  });

  it("asks a colleague for more, and the wallet waits", async () => {
    await customer(60_000);
    for (const amount of [LIMIT + 1, -LIMIT - 1]) {
      expect(await adjust(amount)).toMatchObject({ status: "awaiting", may_decide: false });
    }
    expect(await balanceOf(customerId)).toBe(60_000);
  });

  it("corrects once with one key, however often it is sent", async () => {
    await customer(0);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => adjust(700, {}, key)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await balanceOf(customerId)).toBe(700);
    expect(await outcome(adjust(701, {}, key))).toBe("IDEMPOTENCY_CONFLICT");
  });

  it("needs a customer and a reason", async () => {
    expect(await outcome(adjust(1, { email: `${operators[1]}@test.invalid` }))).toBe("NOT_FOUND");
    for (const wrong of [{ reason: "  " }, { reason: null }, { amount_minor: 0 }, { amount_minor: null }]) {
      expect(["23514", "23502"]).toContain(await outcome(adjust(1, wrong))); // the API says so first, in words
    }
  });
});

describe("a second operator", () => {
  it("approves, and only then the credit is there", async () => {
    await customer(0);
    const asked = await adjust(80_000);
    expect(await decide(operators[1], asked)).toMatchObject({ status: "applied" });
    expect(await balanceOf(customerId)).toBe(80_000);
    expect(await refusal(decide(operators[2], asked))).toMatchObject({
      status: "409",
      code: "VERSION_CONFLICT",
      details: { current: { status: "applied" } },
    });
  });

  it("declines, and nothing happens", async () => {
    await customer(0);
    const asked = await adjust(80_000);
    expect(await decide(operators[1], asked, "decline")).toMatchObject({ status: "declined" });
    expect(await outcome(decide(operators[2], asked))).toBe("VERSION_CONFLICT");
    expect(await balanceOf(customerId)).toBe(0);
  });

  it("is never the one who asked", async () => {
    await customer(0);
    const asked = await adjust(80_000);
    for (const decision of ["approve", "decline"])
      expect(await refusal(decide(operators[0], asked, decision))).toMatchObject({ status: "403" });
    expect(await balanceOf(customerId)).toBe(0);
  });

  it("cannot take what is not there any more: it goes on waiting", async () => {
    await customer(60_000);
    const asked = await adjust(-55_000);
    await adjust(-10_000);
    expect(await outcome(decide(operators[1], asked))).toBe("INSUFFICIENT_FUNDS");
    await adjust(5_000);
    expect(await decide(operators[1], asked)).toMatchObject({ status: "applied" });
    expect(await balanceOf(customerId)).toBe(0);
  });

  it("or a third, at the same moment: one decides, the other is told", async () => {
    for (let round = 0; round < 10; round++) {
      await customer(0);
      const asked = await adjust(80_000);
      const decisions = [decide(operators[1], asked), decide(operators[2], asked, "decline")];
      const words = await Promise.all(decisions.map(outcome));
      expect([...words].sort()).toEqual(["VERSION_CONFLICT", "ok"]);
      expect(await balanceOf(customerId)).toBe(words[0] === "ok" ? 80_000 : 0);
    }
  });
});
