// A refund to a card ends once, whatever the provider says of it and how often; one that it refuses reaches the customer's wallet.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, SERVICE, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { balanceOf, handOver, moneyOf, placePaid, type Refund, recordRefund, refund } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import { type Order, pickup, tally, type World, world } from "./world.ts";

const PART = 1_000;

let here: World;
let operator: string;
let order: Order; // large enough for all of this file's refunds
beforeAll(async () => {
  here = await world();
  operator = await person("admin");
  order = await placePaid(here.customerId, pickup(here, [[here.productId, 99]]));
  await handOver(here, order);
});
afterAll(() => ledgerIsSound().finally(leaveTown));

const toCard = () => refund(here.ownerId, order.id, { amount_minor: PART, to: "original" });
/** How a refund stands: as it says, as its saga does, and what of it has left the house, to the card and to the wallet. */
async function stands({ id }: Refund) {
  const [row] = await sql`
    select r.status, s.state, r.target, r.card_minor::int as card, r.wallet_minor::int as wallet,
      (select count(*)::int from public.ledger_transfers t where t.reference_id = r.id and t.kind = 'refund_paid') as paid,
      (select count(*)::int from public.ledger_transfers t where t.reference_id = r.id and t.kind = 'refund_to_wallet') as "intoWallet"
    from public.refunds r join public.sagas s on s.subject_id = r.id where r.id = ${id}`;
  return row;
}
const TO_CARD = { target: "original", card: PART, wallet: 0, paid: 0, intoWallet: 0 };
const PAID = { ...TO_CARD, status: "succeeded", state: "done", paid: 1 };
const COMPENSATED = {
  status: "succeeded",
  state: "compensated",
  target: "wallet",
  card: 0,
  wallet: PART,
  paid: 0,
  intoWallet: 1,
};

const sagaOf = async ({ id }: Refund): Promise<string> => {
  const [row] = await sql`select id from public.sagas where subject_id = ${id}`;
  return row?.id;
};
const act = async (made: Refund, action: string, by = operator) =>
  call<{ state: string }>(by, "act_on_saga", { saga_id: await sagaOf(made), action });

describe("what the provider says of a refund", () => {
  it("in any order and any number of times: a success is for ever, a refusal needs somebody", {
    timeout: 120_000,
  }, async () => {
    const words = fc.array(fc.constantFrom("pending", "failed", "succeeded"), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(words, async (said) => {
        const made = await toCard();
        for (const status of said) await recordRefund(made.id, status);
        const state =
          said.at(-1) === "failed"
            ? { status: "failed", state: "stuck" }
            : { status: "pending", state: "waiting" };
        expect(await stands(made)).toEqual(said.includes("succeeded") ? PAID : { ...TO_CARD, ...state });
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it("ten times at once is said once", async () => {
    const made = await toCard();
    expect(await tally(Array.from({ length: 10 }, () => recordRefund(made.id, "succeeded")))).toEqual({
      ok: 10,
    });
    expect(await stands(made)).toEqual(PAID);
  });
});

describe("a refund that the provider refuses", () => {
  const refused = async () => {
    const made = await toCard();
    await recordRefund(made.id, "failed");
    return made;
  };

  it("is put into the wallet by an operator, once, also when two do it at once", async () => {
    const made = await refused();
    const before = await balanceOf(here.customerId);
    const colleague = await person("admin");
    expect(await tally([act(made, "compensate"), act(made, "compensate", colleague)])).toEqual({
      ok: 1,
      INVALID_TRANSITION: 1,
    });
    expect(await stands(made)).toEqual(COMPENSATED);
    expect((await balanceOf(here.customerId)) - before).toBe(PART);
  });

  it("or reaches the card after all, if the provider says so first", async () => {
    const made = await refused();
    await recordRefund(made.id, "succeeded");
    expect(await refusal(act(made, "compensate"))).toMatchObject({
      status: "409",
      code: "INVALID_TRANSITION",
    });
    expect(await stands(made)).toEqual(PAID);
  });

  it("never reaches both, whoever comes first", async () => {
    for (let round = 0; round < 10; round++) {
      const made = await refused();
      const before = await balanceOf(here.customerId);
      const both = [() => act(made, "compensate"), () => recordRefund(made.id, "succeeded")];
      const words = await Promise.all((round % 2 ? both : both.reverse()).map((start) => outcome(start())));
      expect(words.filter((word) => word !== "ok" && word !== "INVALID_TRANSITION")).toEqual([]);
      const after = await stands(made);
      expect([PAID, COMPENSATED]).toContainEqual(after);
      expect((await balanceOf(here.customerId)) - before).toBe(after?.intoWallet * PART);
    }
  });

  it("is sent again when an operator says so", async () => {
    const made = await refused();
    expect(await act(made, "retry")).toMatchObject({ state: "running" });
    expect(await outcome(act(made, "compensate"))).toBe("INVALID_TRANSITION"); // it may be paid now
    await recordRefund(made.id, "succeeded");
    expect(await stands(made)).toEqual(PAID);
  });
});

describe("a refund that may still succeed", () => {
  it.each([
    ["not sent yet", async () => undefined],
    ["sent", (made: Refund) => recordRefund(made.id, "pending")],
  ])("(%s) is not put into the wallet", async (_, before) => {
    const made = await toCard();
    await before(made);
    expect(await refusal(act(made, "compensate"))).toMatchObject({
      status: "409",
      code: "INVALID_TRANSITION",
    });
    expect(await stands(made)).toMatchObject({ intoWallet: 0, paid: 0 });
  });

  it("and that got no answer is put before an operator after twelve tries; it may have been paid, and stays the card's", async () => {
    const made = await toCard();
    const saga_id = await sagaOf(made);
    for (let tries = 1; tries <= 12; tries++) {
      expect(await stands(made)).toMatchObject({ state: "running" });
      await call(SERVICE, "claim_sagas", { batch: 1, subject: made.id });
      await call(SERVICE, "fail_saga", { saga_id, error: "The provider does not answer." });
    }
    expect(await stands(made)).toMatchObject({ state: "stuck", status: "pending" });
    expect(await outcome(act(made, "compensate"))).toBe("INVALID_TRANSITION");
    await act(made, "retry");
    await call(SERVICE, "fail_saga", { saga_id, error: "No such card.", lasting: true });
    expect(await act(made, "compensate")).toMatchObject({ state: "compensated" });
    expect(await stands(made)).toEqual(COMPENSATED);
  });
});

it("what is on its way counts as given back", async () => {
  const { refunded } = await moneyOf(order.id);
  await toCard();
  expect((await moneyOf(order.id)).refunded).toBe(refunded + PART);
});
