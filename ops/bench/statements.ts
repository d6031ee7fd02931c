// What one order costs the database: calls that came in from the app, and statements run inside them.
import type { Sql } from "postgres";

/** Counts calls and statements per order while `work` places `orders` of them. */
export async function statementsPerOrder(
  sql: Sql,
  work: () => Promise<number>,
): Promise<{ calls: number; inside: number }> {
  await sql`create extension if not exists pg_stat_statements with schema extensions`;
  await sql`alter system set pg_stat_statements.track = 'all'`;
  await sql`select pg_reload_conf()`;
  try {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await sql`select extensions.pg_stat_statements_reset()`;
    const orders = await work();
    const [row] = await sql`
      select coalesce(sum(calls) filter (where toplevel and query like '%"place_order"%'), 0)::float8 as calls,
        coalesce(sum(calls) filter (where not toplevel), 0)::float8 as inside
      from extensions.pg_stat_statements join pg_roles r on r.oid = userid`;
    return { calls: row?.calls / orders, inside: row?.inside / orders };
  } finally {
    await sql`alter system reset pg_stat_statements.track`;
    await sql`select pg_reload_conf()`;
  }
}
