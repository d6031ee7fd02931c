// What the money tests do over HTTP: give credit, pay by card, run the jobs, and ask whether the ledger is sound.
import { randomUUID } from "node:crypto";
import { sql } from "../db/database.ts";
import { api, placed, type Reply, type Town } from "./client.ts";

export type Payment = {
  id: string;
  status: string;
  failure_code: string | null;
  amount_minor: number;
  challenge_url: string | null;
};
export type MoneyOrder = {
  id: string;
  status: string;
  payment_status: string;
  payment_id: string | null;
  total_minor: number;
  paid_minor: number;
  refunded_minor: number;
  wallet_minor: number;
  refunds: { amount_minor: number; status: string; to: string; reason: string }[];
};

/** Gives a customer store credit, as an operator's correction would. */
export async function giveCredit(customerId: string, minor: number): Promise<void> {
  await sql`select app.post_transfer('adjustment', gen_random_uuid(), array[app.account('adjustments'), app.account('wallet', ${customerId})],
    array[${-minor}::bigint, ${minor}::bigint])`;
}

export async function balanceOf(token: string): Promise<number> {
  return (await api("GET", "/api/wallet", { token })).body.balance_minor as number;
}

/** Places a card order and returns it; nothing is paid yet. */
export async function cardOrder(of: Town, token: string, patch: Record<string, unknown> = {}) {
  return (await placed(of, token, { payment_method: "card", ...patch })) as unknown as MoneyOrder & {
    payment_id: string;
  };
}

/** An action on a payment under a key of its own, or the one given. */
export const act = (
  token: string,
  payment: string,
  action: "start" | "confirm" | "challenge",
  body: Record<string, unknown> = {},
  key = randomUUID(),
): Promise<Reply> => api("POST", `/api/payments/${payment}/${action}`, { token, key, body });

/** Submits a card; returns the payment as it then stands. */
export async function pay(token: string, payment: string, card_token: string): Promise<Payment> {
  return (await act(token, payment, "confirm", { card_token })).body as unknown as Payment;
}

export async function orderOf(token: string, id: string): Promise<MoneyOrder> {
  return (await api("GET", `/api/orders/${id}`, { token })).body as unknown as MoneyOrder;
}

/** What the scheduler does: applies, resumes, sweeps, and has the sandbox send its webhooks. */
export function runJobs(base = process.env.KAPGEL_URL ?? ""): Promise<number> {
  return fetch(new URL("/api/jobs/sagas", base), {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.CRON_SECRET}` },
  }).then((response) => response.status);
}

/** Runs the jobs until the condition holds; fails after half a minute. */
export async function eventually(holds: () => Promise<boolean>, base?: string): Promise<void> {
  for (const end = Date.now() + 30_000; ; await new Promise((done) => setTimeout(done, 200))) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error("It did not come to hold within 30 s.");
    await runJobs(base).catch(() => 0); // a server may be down on purpose
  }
}

/** What the sandbox has really taken and given back for a payment, net, in kuruş; what it has promised to settle counts from then on. */
export async function takenFor(paymentId: string): Promise<number> {
  const [row] = await sql`
    select coalesce(sum(p.amount_minor), 0) - coalesce((
      select sum(r.amount_minor) from sandbox.refunds r join sandbox.payments q using (provider_id)
      where q.payment_id = ${paymentId} and (r.status = 'succeeded' or r.settles_at <= now())), 0) as net
    from sandbox.payments p where p.payment_id = ${paymentId} and (p.status = 'succeeded' or p.settles_at <= now())`;
  return Number(row?.net);
}

/** Nothing lost, nothing made: entries sum to zero, every stored balance is its entries' sum, no order gave back more than it took. */
export async function ledgerProblems(): Promise<string[]> {
  const rows = await sql<{ problem: string }[]>`
    select 'the ledger does not sum to zero' as problem from public.ledger_entries having sum(amount_minor) <> 0
    union all
    select format('account %s holds %s, its entries say %s', a.id, a.balance_minor, coalesce(sum(e.amount_minor), 0))
    from public.ledger_accounts a left join public.ledger_entries e on e.account_id = a.id where a.balance_minor is not null
    group by a.id having a.balance_minor <> coalesce(sum(e.amount_minor), 0)
    union all
    select format('transfer %s does not balance', transfer_id) from public.ledger_entries group by transfer_id having sum(amount_minor) <> 0`;
  return rows.map(({ problem }) => problem);
}
