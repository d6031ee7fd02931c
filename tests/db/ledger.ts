// The ledger's promises, over everything that is in it: the last word of every suite that moves money.
import { expect } from "vitest";
import { sql } from "./database.ts";

/** Every promise the ledger breaks, as [promise, whose]. */
const broken = () => sql`
  with transfers as (select transfer_id, currency, sum(amount_minor) as sum, count(*) as entries from public.ledger_entries group by 1, 2),
  accounts as (select a.*, coalesce((select sum(e.amount_minor) from public.ledger_entries e where e.account_id = a.id), 0) as sum from public.ledger_accounts a),
  escrow as (
    select t.order_id, sum(e.amount_minor) as sum from public.ledger_transfers t join public.ledger_entries e on e.transfer_id = t.id
    join public.ledger_accounts a on a.id = e.account_id where a.kind = 'escrow' group by 1)
  select 'the entries of a transfer sum to zero' as promise, transfer_id::text as of from transfers where sum <> 0 or entries < 2
  union all select 'everything together sums to zero', currency from public.ledger_entries group by currency having sum(amount_minor) <> 0
  union all select 'a balance is the sum of its entries', kind || ' ' || owner_id from accounts where balance_minor <> sum
  union all select 'no wallet owes', owner_id::text from accounts where kind = 'wallet' and sum < 0
  union all select 'every wallet has an owner', id::text from accounts a
    where kind = 'wallet' and owner_id is distinct from (select w.customer_id from public.store_credit_wallets w where w.id = a.id)
  union all select 'a statement has the wallet''s entries', a.owner_id::text from accounts a join public.ledger_entries e on e.account_id = a.id
    left join public.wallet_transactions w on w.wallet_id = a.id and w.transfer_id = e.transfer_id
    where a.kind = 'wallet' and w.amount_minor is distinct from e.amount_minor
  union all select 'each line of a statement leaves the balance it says', wallet_id::text from (
      select wallet_id, balance_minor, sum(amount_minor) over (partition by wallet_id order by id) as sum from public.wallet_transactions) lines
    where balance_minor <> sum
  union all select 'a vendor is owed its open lines', a.owner_id::text from accounts a where a.kind = 'vendor'
    and a.balance_minor <> (select coalesce(sum(l.net_minor), 0) from public.vendor_payables l where l.vendor_id = a.owner_id and l.payout_id is null)
  union all select 'a payout is the sum of its lines', p.id::text from public.payouts p
    where p.amount_minor <> (select sum(l.net_minor) from public.vendor_payables l where l.payout_id = p.id)
  union all select 'escrow holds what running orders were paid, and nothing of those that ended', o.number::text from escrow e join public.orders o on o.id = e.order_id
    where e.sum <> case when o.status in ('DELIVERED', 'REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR') then 0 else o.paid_minor end
  union all select 'refunds are what was refunded', o.number::text from public.orders o join public.refunds r on r.order_id = o.id
    group by o.id having sum(r.amount_minor) <> o.refunded_minor
  union all select 'what is on its way back to cards is what refunds wait for', sum(a.sum)::text from accounts a where a.kind = 'refunds_due'
    having sum(a.sum) <> (select coalesce(sum(r.card_minor), 0) from public.refunds r where r.status <> 'succeeded')`;

/** For afterAll, before `leaveTown`: whatever the suite did, every lira is where it belongs. */
export async function ledgerIsSound(): Promise<void> {
  expect([...(await broken())]).toEqual([]);
}
