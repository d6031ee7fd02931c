// Flags: who has one is the same in SQL and in TypeScript, always; a paused house takes no order; each change is on record.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { bucketOf } from "../../lib/platform/flag-bucket.ts";
import { call, outcome, refusal, sql } from "./database.ts";
import { leaveTown, person } from "./shops.ts";
import { delivery, place, type World, world } from "./world.ts";

type Flag = {
  key: string;
  enabled: boolean;
  version: number;
  allowed: string[];
  changes: { reason: string }[];
};
// A flag of its own: other suites place orders meanwhile.
const KEY = `test_${randomUUID().slice(0, 8).replace(/\d/g, "x")}`;
let here: World;
let operator: string;

beforeAll(async () => {
  [here, operator] = [await world(), await person("admin")];
});
beforeEach(async () => {
  await sql`insert into public.flags (key, enabled) values (${KEY}, true) on conflict (key) do update set enabled = true, percentage = 100, allowed = '{}'`;
});
afterAll(async () => {
  await sql`delete from public.flags where key = ${KEY}`;
  await leaveTown();
});

const set = (change: Record<string, unknown>, flag = KEY) =>
  call<Flag>(operator, "set_flag", {
    flag,
    change: { enabled: true, percentage: 100, allowed: [], reason: "Deneme", ...change },
  });
const isOn = async (who: string | null) => {
  const [row] = await sql`select app.flag_on(${KEY}, ${who}) as on`;
  return row?.on as boolean;
};

it("puts everybody in the same place as TypeScript does, a tenth in each tenth", async () => {
  const people = Array.from({ length: 2_000 }, () => randomUUID());
  const rows =
    await sql`select p as id, app.flag_bucket(${KEY}, p) as bucket from unnest(${people}::uuid[]) as p`;
  expect(rows.map(({ id, bucket }) => [id, bucket])).toEqual(people.map((id) => [id, bucketOf(KEY, id)]));
  const tenths = Array.from(
    { length: 10 },
    (_, n) => rows.filter(({ bucket }) => Math.floor(bucket / 10) === n).length,
  );
  for (const count of tenths) expect(count).toBeGreaterThan(120);
});

it("a part of the people has it, those allowed always, a stranger only when everybody has", async () => {
  const people = Array.from({ length: 200 }, () => randomUUID());
  await set({ percentage: 30 });
  for (const id of people) expect(await isOn(id)).toBe(bucketOf(KEY, id) < 30);
  expect(await isOn(null)).toBe(false);
  await set({ enabled: false, allowed: [`${here.customerId}@test.invalid`] });
  expect([await isOn(here.customerId), await isOn(here.ownerId), await isOn(null)]).toEqual([
    true,
    false,
    false,
  ]);
  await set({});
  expect(await isOn(null)).toBe(true);
});

it("of two operators the second is told, an address that nobody has is refused, and changes are on record", async () => {
  const { version } = await set({ reason: "Birinci" });
  await set({ enabled: false, reason: "İkinci", version });
  const late = await refusal(set({ reason: "Geç kaldı", version }));
  expect(late).toMatchObject({ code: "VERSION_CONFLICT", details: { current: { enabled: false } } });
  expect(await outcome(set({ allowed: ["kimse@test.invalid"] }))).toBe("VALIDATION_ERROR");
  expect(await outcome(set({ reason: " " }))).toBe("VALIDATION_ERROR");
  expect(await outcome(set({}, "nothing_such"))).toBe("NOT_FOUND");
  const { data } = await call<{ data: Flag[] }>(operator, "list_flags");
  const mine = data.find(({ key }) => key === KEY);
  expect(mine?.changes.slice(0, 2).map(({ reason }) => reason)).toEqual(["İkinci", "Birinci"]);
});

it("while ordering is paused for somebody they place nothing, and others do", async () => {
  const stranger = await person("customer");
  await sql
    .begin(async (transaction) => {
      // Undone: nobody else's order may meet it.
      await transaction`update public.flags set enabled = false, allowed = array[${here.customerId}::uuid] where key = 'ordering'`;
      const ask = async (who: string) => {
        await transaction`select set_config('request.jwt.claims', ${JSON.stringify({ sub: who })}, true)`;
        return transaction
          .savepoint(
            (inner) =>
              inner`select public.place_order(${sql.json(delivery(here, [[here.productId, 1]]) as never)}, ${randomUUID()})`,
          )
          .then(
            () => "ok",
            (error) => error.hint,
          );
      };
      expect([await ask(here.customerId), await ask(stranger)]).toEqual(["ok", "ORDERING_PAUSED"]);
      throw new Error("undo");
    })
    .catch((error) => {
      if (error.message !== "undo") throw error;
    });
  expect((await place(here.customerId, delivery(here, [[here.productId, 1]]))).status).toBe("NEW");
});
