// What the benchmarks say of events: how long replay takes, and how fast projections are counted again.
import type { Sql } from "postgres";
import { quantile } from "./quantile.ts";

const LONG = 1_000;

/** Median ms of replaying one order's `LONG` events, without snapshots and with them. The stream is written for it and undone. */
export async function replayTimes(sql: Sql): Promise<{ full: number; fromSnapshot: number }> {
  const undone = new Error("undone");
  const times = { full: 0, fromSnapshot: 0 };
  const measuring = sql.begin(async (transaction) => {
    const [order] = await transaction`select id, version from public.orders order by created_at desc limit 1`;
    await transaction`
      insert into public.events (stream_type, stream_id, version, type, actor_role, changes)
      select 'order', ${order?.id}, version, 'order.courier_assigned', 'vendor',
        jsonb_build_object('courier_id', gen_random_uuid(), 'updated_at', clock_timestamp())
      from generate_series(${order?.version}::int + 1, ${LONG}) as version`;
    const median = async (fromSnapshot: boolean) => {
      const runs: number[] = [];
      for (let n = 0; n < 11; n++) {
        const begun = performance.now();
        await transaction`select app.order_state(${order?.id}, ${LONG}, ${fromSnapshot})`;
        runs.push(performance.now() - begun);
      }
      return quantile(runs, 0.5);
    };
    times.full = await median(false);
    times.fromSnapshot = await median(true);
    throw undone;
  });
  await measuring.catch((error) => {
    if (error !== undone) throw error;
  });
  return times;
}

/** Events a second that both projections count when they are rebuilt from the first event. The rebuilding is undone. */
export async function projectionRate(sql: Sql): Promise<{ events: number; perSecond: number }> {
  const undone = new Error("undone");
  const rate = { events: 0, perSecond: 0 };
  const measuring = sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(hashtext('advance_projections'))`;
    await transaction`truncate public.projections, public.branch_days, public.wallet_months`;
    await transaction`insert into public.projections (name, generation, serving) values ('branch_days', 1, true), ('wallet_months', 1, true)`;
    const begun = performance.now();
    for (let counted = 1; counted > 0; rate.events += counted) {
      const [row] = await transaction`select public.advance_projections() as counted`;
      counted = row?.counted ?? 0;
    }
    rate.perSecond = rate.events / ((performance.now() - begun) / 1_000);
    throw undone;
  });
  await measuring.catch((error) => {
    if (error !== undone) throw error;
  });
  return rate;
}
