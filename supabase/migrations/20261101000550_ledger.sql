-- What:  the ledger: accounts, transfers of two or more entries that sum to zero, and the customer's view of it, the store-credit wallet.
-- Why:   every movement of money is one append-only transfer, posted at most once for what it is for; a balance is kept under its row's
--        lock, taken in id order, and a wallet cannot go below zero.
-- Back:  supabase/rollbacks/20261101000550_ledger.sql
-- Order: accounts · transfers and entries · wallets · posting · policies · rights

-- == Accounts =========================================================================================================
-- A positive balance is what the house owes, a negative one what it holds or is owed.
create type public.account_kind as enum (
  'wallet',         -- a customer's store credit
  'vendor',         -- what a vendor has earned and not been paid; negative when it took more at the door than it earned
  'escrow',         -- orders' money until they are handed over
  'provider',       -- taken by card and lying with the payment provider
  'refunds_due',    -- on its way back to cards
  'commission', 'payment_costs', 'promotions', -- what the house earns, and spends on campaigns
  'adjustments',    -- credit given or taken by operators
  'bank');          -- paid out to vendors

create table public.ledger_accounts (
  id uuid primary key default gen_random_uuid(),
  kind public.account_kind not null,
  owner_id uuid, -- the customer or vendor; null: the house
  currency text not null default 'TRY' check (currency = 'TRY'),
  -- Kept for owners only. One row of the house's would be what every payment waits for: its balance is summed when somebody asks.
  balance_minor bigint,
  version int not null default 0,
  created_at timestamptz not null default now(),
  unique nulls not distinct (kind, owner_id, currency),
  check ((kind in ('wallet', 'vendor')) = (owner_id is not null)),
  check ((owner_id is null) = (balance_minor is null)),
  check (kind <> 'wallet' or balance_minor >= 0)
);
create index ledger_accounts_owner on public.ledger_accounts (owner_id) where owner_id is not null;
insert into public.ledger_accounts (kind)
select unnest('{escrow,provider,refunds_due,commission,payment_costs,promotions,adjustments,bank}'::public.account_kind[]);

-- == Transfers and entries ============================================================================================
create table public.ledger_transfers (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in (
    'funding', 'transfer', 'order_payment', 'card_payment', 'settlement', 'refund', 'order_release', 'refund_paid', 'refund_to_wallet',
    'adjustment', 'payout')),
  reference_id uuid not null, -- what it is for: the order, payment, refund, key …
  order_id uuid,
  actor_id uuid,
  request_id text,
  note text check (length(note) <= 500),
  at timestamptz not null default clock_timestamp(),
  unique (kind, reference_id)
);
create index ledger_transfers_order on public.ledger_transfers (order_id) where order_id is not null;

create table public.ledger_entries (
  id bigint generated always as identity primary key,
  transfer_id uuid not null references public.ledger_transfers (id),
  account_id uuid not null references public.ledger_accounts (id),
  amount_minor bigint not null check (amount_minor <> 0),
  currency text not null default 'TRY' check (currency = 'TRY'),
  unique (transfer_id, account_id)
);
create index ledger_entries_account on public.ledger_entries (account_id, id);

-- What one statement adds to a transfer sums to zero in each currency: half a transfer cannot be written.
create function app.refuse_imbalance() returns trigger language plpgsql as $$
begin
  if exists (select from added group by transfer_id, currency having sum(amount_minor) <> 0) then
    raise exception using errcode = '23514', message = 'The entries of a transfer must sum to zero.';
  end if;
  return null;
end $$;
create trigger ledger_entries_balance after insert on public.ledger_entries referencing new table as added
  for each statement execute function app.refuse_imbalance();
create trigger ledger_entries_are_immutable before update or delete or truncate on public.ledger_entries
  for each statement execute function app.refuse_change();
create trigger ledger_transfers_are_immutable before update or delete or truncate on public.ledger_transfers
  for each statement execute function app.refuse_change();

-- == Wallets ==========================================================================================================
create table public.store_credit_wallets (
  id uuid primary key references public.ledger_accounts (id),
  customer_id uuid not null unique references public.users (id) on delete restrict,
  created_at timestamptz not null default now()
);

-- The statement: one line a transfer that touched the wallet, with the balance it left.
create table public.wallet_transactions (
  id bigint generated always as identity primary key,
  wallet_id uuid not null references public.store_credit_wallets (id),
  transfer_id uuid not null references public.ledger_transfers (id),
  kind text not null check (kind in ('funding', 'transfer', 'order_payment', 'order_release', 'refund', 'adjustment')),
  amount_minor bigint not null check (amount_minor <> 0),
  balance_minor bigint not null check (balance_minor >= 0),
  at timestamptz not null default clock_timestamp(),
  unique (transfer_id, wallet_id)
);
create index wallet_transactions_newest on public.wallet_transactions (wallet_id, id desc);
create trigger wallet_transactions_are_immutable before update or delete or truncate on public.wallet_transactions
  for each statement execute function app.refuse_change();

-- == Posting ==========================================================================================================
-- The account of an owner, or of the house; an owner's is made on first use.
create function app.account(of_kind public.account_kind, of_owner uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  found_id uuid;
begin
  if of_owner is null then
    return (select a.id from public.ledger_accounts a where a.kind = of_kind and a.owner_id is null);
  end if;
  select id into found_id from public.ledger_accounts a where a.kind = of_kind and a.owner_id = of_owner; -- `is not distinct from` reads no index
  if found_id is null then
    insert into public.ledger_accounts (kind, owner_id, balance_minor) values (of_kind, of_owner, 0) on conflict do nothing returning id into found_id;
    if found_id is null then -- somebody else made it meanwhile
      select id into found_id from public.ledger_accounts a where a.kind = of_kind and a.owner_id = of_owner;
    end if;
    if of_kind = 'wallet' then
      insert into public.store_credit_wallets (id, customer_id) values (found_id, of_owner) on conflict do nothing;
    end if;
  end if;
  return found_id;
end $$;

-- Waits for the owners' accounts, in one order. The queue is an advisory lock's, first come first served: those who wait for a row itself wake
-- together at each commit and overtake each other, and a hot wallet then passes two thirds as many transfers at four times the longest wait.
-- Whoever changes a balance comes through here, so that the row's own lock is free by then.
create function app.lock_accounts(accounts uuid[]) returns void language plpgsql security definer set search_path = '' as $$
declare
  key bigint;
begin
  for key in
    select distinct hashtextextended(a.id::text, 0) from public.ledger_accounts a where a.id = any (accounts) and a.owner_id is not null order by 1
  loop
    perform pg_advisory_xact_lock(key);
  end loop;
end $$;

-- Posts a transfer: `amounts[n]` into `accounts[n]` (parts of one account are added up, nothing is not written). Returns its id, or null
-- when what it is for was posted before: doing it twice is doing it once. Raises 422 INSUFFICIENT_FUNDS when a wallet cannot bear it.
create function app.post_transfer(of_kind text, reference uuid, accounts uuid[], amounts bigint[], of_order uuid default null, words text default null)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  posted uuid;
  part record;
  account public.ledger_accounts;
begin
  insert into public.ledger_transfers (kind, reference_id, order_id, actor_id, request_id, note)
  values (of_kind, reference, of_order, auth.uid(), app.request_id(), words)
  on conflict (kind, reference_id) do nothing returning id into posted;
  if posted is null then
    return null;
  end if;
  perform app.lock_accounts(accounts); -- before the entries: their reference to an account would share its row among all who wait
  insert into public.ledger_entries (transfer_id, account_id, amount_minor)
  select posted, part_account, sum(part_amount) from unnest(accounts, amounts) as parts (part_account, part_amount)
  group by part_account having sum(part_amount) <> 0;

  for part in
    select e.account_id, e.amount_minor from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
    where e.transfer_id = posted and a.owner_id is not null order by e.account_id
  loop
    update public.ledger_accounts a set balance_minor = a.balance_minor + part.amount_minor, version = a.version + 1
    where a.id = part.account_id and (a.kind <> 'wallet' or a.balance_minor + part.amount_minor >= 0)
    returning * into account;
    if account.id is null then
      perform app.fail(422, 'INSUFFICIENT_FUNDS', 'The wallet does not hold enough credit.');
    end if;
    if account.kind = 'wallet' then
      perform app.record_wallet_event(account, posted, of_kind, part.amount_minor);
    end if;
    account := null;
  end loop;
  return posted;
end $$;

-- The statement's line, the wallet's event, and a word to its owner's screens.
create function app.record_wallet_event(account public.ledger_accounts, transfer uuid, of_kind text, amount bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.wallet_transactions (wallet_id, transfer_id, kind, amount_minor, balance_minor)
  values (account.id, transfer, case of_kind when 'refund_to_wallet' then 'refund' else of_kind end, amount, account.balance_minor);
  insert into public.events (stream_type, stream_id, version, type, actor_id, actor_role, request_id, data)
  values ('wallet', account.id, account.version, case when amount > 0 then 'wallet.credited' else 'wallet.debited' end, auth.uid(),
    coalesce(app.actor_role()::text, 'system'), app.request_id(),
    jsonb_build_object('kind', of_kind, 'amount_minor', amount, 'balance_minor', account.balance_minor, 'transfer_id', transfer));
  perform realtime.send(jsonb_build_object('version', account.version, 'at', clock_timestamp()), 'wallet.changed', 'user:' || account.owner_id, true);
end $$;

-- == Policies =========================================================================================================
alter table public.ledger_accounts enable row level security;
alter table public.ledger_transfers enable row level security;
alter table public.ledger_entries enable row level security;
alter table public.store_credit_wallets enable row level security;
alter table public.wallet_transactions enable row level security;

create policy "customers see their wallet, operators all" on public.store_credit_wallets for select to authenticated
  using (customer_id = (select auth.uid()) or (select app.is_admin()));
create policy "a wallet's statement is seen with it" on public.wallet_transactions for select to authenticated
  using (exists (select from public.store_credit_wallets w where w.id = wallet_id));
create policy "a wallet's events are seen with it" on public.events for select to authenticated
  using (stream_type = 'wallet' and exists (select from public.store_credit_wallets w where w.id = stream_id));

-- == Rights ===========================================================================================================
-- The ledger itself is read through functions only.
grant select on public.store_credit_wallets, public.wallet_transactions to authenticated;
