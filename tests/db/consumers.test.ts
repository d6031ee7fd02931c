// The rows that subscribe and the code that acts must name each other.
import { expect, it } from "vitest";
import { consumers } from "../../lib/flows/consumers";
import { sql } from "./database";

it("every consumer is a function of the database or is in the code, and none in both", async () => {
  const rows =
    await sql`select name, handler from consumers where name not like 'test.%' and name <> 'chaos' order by name`;
  expect(rows.filter(({ handler }) => !handler).map(({ name }) => name)).toEqual(
    consumers.map(({ name }) => name).sort(),
  );
  for (const { handler } of rows.filter((row) => row.handler)) {
    const [found] = await sql`select to_regprocedure(${`${handler}(bigint)`}) is not null as yes`;
    expect([handler, found?.yes]).toEqual([handler, true]);
  }
});

it("every event a consumer waits for is one that somebody emits", async () => {
  const rows =
    await sql`select distinct unnest(event_types) as type from consumers where name not like 'test.%' and name <> 'chaos'`;
  const [emitting] = await sql`
    select string_agg(pg_get_functiondef(p.oid), ' ') as source from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('app', 'public') and p.prokind = 'f'`;
  const unknown = rows.filter(
    ({ type }) =>
      !emitting?.source.includes(`'${type}'`) && !/^notification\.(push|email)_requested$/.test(type),
  );
  expect(unknown).toEqual([]);
});
