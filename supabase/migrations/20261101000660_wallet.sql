-- What:  what people do with store credit: look, buy it, send it; and what operators do: correct it, set its rules.
-- Why:   each movement is one transfer of the ledger under one idempotency key.
-- Back:  supabase/rollbacks/20261101000660_wallet.sql
-- Order: settings · reading · moving · adjustments · rights

-- == Settings =========================================================================================================
create table public.money_settings (
  id boolean primary key default true check (id), -- one row
  transfers_enabled boolean not null default true,
  adjustment_limit_minor bigint not null default 50000 check (adjustment_limit_minor >= 0) -- above it a second operator must agree
);
insert into public.money_settings default values;
alter table public.money_settings enable row level security;

create function app.money_settings_json() returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('transfers_enabled', transfers_enabled, 'adjustment_limit_minor', adjustment_limit_minor) from public.money_settings
$$;

create function public.get_money_settings() returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  perform app.require_role('admin');
  return app.money_settings_json();
end $$;

-- Sets {transfers_enabled, adjustment_limit_minor}.
create function public.set_money_settings(settings jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(settings);
  was jsonb;
begin
  perform app.require_role('admin');
  perform from public.money_settings for update;
  was := app.money_settings_json();
  update public.money_settings set transfers_enabled = (body ->> 'transfers_enabled')::boolean,
    adjustment_limit_minor = (body ->> 'adjustment_limit_minor')::bigint;
  perform app.audit('money_settings.changed', 'money_settings', 'all', null, was, app.money_settings_json());
  return app.money_settings_json();
end $$;

-- == Reading ==========================================================================================================
-- The caller's wallet {id, balance_minor, currency, transfers_enabled}, made when first asked for.
create function public.get_wallet() returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
  wallet uuid := app.account('wallet', actor);
begin
  return (select jsonb_build_object('id', a.id, 'balance_minor', a.balance_minor, 'currency', a.currency, 'transfers_enabled', s.transfers_enabled)
    from public.ledger_accounts a, public.money_settings s where a.id = wallet);
end $$;

-- Who is on the other side of a transfer: a first name and an initial, enough to know one's own friends by.
create function app.counterparty(transfer uuid, wallet uuid) returns text language sql stable security definer set search_path = '' as $$
  select split_part(u.full_name, ' ', 1) || coalesce(' ' || left(nullif(split_part(u.full_name, ' ', 2), ''), 1) || '.', '')
  from public.wallet_transactions t join public.store_credit_wallets w on w.id = t.wallet_id join public.users u on u.id = w.customer_id
  where t.transfer_id = transfer and t.wallet_id <> wallet
$$;

create function app.statement_line_json(t public.wallet_transactions) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object('id', t.id::text, 'kind', t.kind, 'amount_minor', t.amount_minor, 'balance_minor', t.balance_minor, 'currency', 'TRY',
      'order', case when o.id is not null then jsonb_build_object('id', o.id, 'number', o.number::text) end,
      'counterparty', case t.kind when 'transfer' then app.counterparty(t.transfer_id, t.wallet_id) end, 'note', l.note, 'at', t.at)
    from public.ledger_transfers l left join public.orders o on o.id = l.order_id where l.id = t.transfer_id);
end $$;

-- A page of the caller's statement {limit?, cursor?}, newest first.
create function public.list_wallet_transactions(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  below bigint := coalesce((app.read_cursor(body ->> 'cursor', 'number') ->> 0)::bigint, 9223372036854775807);
begin
  return (
    select app.page(array_agg(app.statement_line_json(t) order by t.id desc), array_agg(jsonb_build_array(t.id) order by t.id desc), size)
    from (
      select x.* from public.wallet_transactions x
      where x.wallet_id = (select w.id from public.store_credit_wallets w where w.customer_id = actor) and x.id < below
      order by x.id desc limit size + 1) t);
end $$;

-- The caller's statement of the last twelve months as one list, newest first, at most 10,000 lines.
create function public.wallet_statement() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
begin
  return (
    select coalesce(jsonb_agg(app.statement_line_json(t) order by t.id desc), '[]')
    from (
      select x.* from public.wallet_transactions x
      where x.wallet_id = (select w.id from public.store_credit_wallets w where w.customer_id = actor) and x.at > now() - interval '12 months'
      order by x.id desc limit 10000) t);
end $$;

-- == Moving ===========================================================================================================
-- Begins to buy credit by card: {amount_minor}. Returns {replayed, body: the payment}; the wallet gets it when the payment succeeds.
create function public.fund_wallet(funding jsonb, idempotency_key uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(funding);
  actor uuid := app.require_role('customer');
  replay jsonb := app.claim_key(actor, idempotency_key, 'wallet.fund', body);
  payment public.payments;
begin
  if replay is not null then
    return jsonb_build_object('replayed', true, 'body', replay);
  elsif not app.is_whole(body -> 'amount_minor', 100, 5000000) then
    perform app.invalid('amount_minor', 'Add 1 to 50,000 TL at a time.');
  end if;
  insert into public.payments (purpose, customer_id, amount_minor) values ('funding', actor, (body ->> 'amount_minor')::bigint) returning * into payment;
  perform app.open_saga('card_payment', payment.id, 'create', payment.expires_at);
  return app.answer_key(actor, idempotency_key, app.payment_json(payment));
end $$;

-- Sends credit to another customer: {to_email, amount_minor, note?}. Returns {replayed, body: {id, amount_minor, currency, balance_minor}}.
-- Raises 403 while operators have switched it off, 404 for an address no customer has, 400 to oneself, 422 INSUFFICIENT_FUNDS.
create function public.transfer_credit(transfer jsonb, idempotency_key uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(transfer);
  actor uuid := app.require_role('customer');
  replay jsonb := app.claim_key(actor, idempotency_key, 'wallet.transfer', body);
  receiver uuid;
  mine uuid;
  amount bigint;
  posted uuid;
begin
  if replay is not null then
    return jsonb_build_object('replayed', true, 'body', replay);
  elsif not (select transfers_enabled from public.money_settings) then
    perform app.fail(403, 'FORBIDDEN', 'Sending credit is switched off at the moment.');
  elsif not app.is_whole(body -> 'amount_minor', 1, 5000000) then
    perform app.invalid('amount_minor', 'Send up to 50,000 TL at a time.');
  end if;
  amount := (body ->> 'amount_minor')::bigint;
  receiver := (select u.id from public.users u where lower(u.email) = lower(body ->> 'to_email') and u.role = 'customer');
  if receiver is null then
    perform app.not_found('A customer with this e-mail address');
  elsif receiver = actor then
    perform app.invalid('to_email', 'Credit cannot be sent to yourself.');
  end if;
  perform app.account('wallet', least(actor, receiver)); -- made in one order: two who send each other their first credit do not wait in a circle
  perform app.account('wallet', greatest(actor, receiver));
  mine := app.account('wallet', actor);
  posted := app.post_transfer('transfer', gen_random_uuid(), array[mine, app.account('wallet', receiver)], array[-amount, amount], null,
    nullif(trim(body ->> 'note'), ''));
  return app.answer_key(actor, idempotency_key, jsonb_build_object('id', posted, 'amount_minor', amount, 'currency', 'TRY',
    'balance_minor', (select balance_minor from public.ledger_accounts where id = mine)));
end $$;

-- == Adjustments ======================================================================================================
create table public.wallet_adjustments (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references public.users (id),
  amount_minor bigint not null check (amount_minor <> 0 and amount_minor between -5000000 and 5000000),
  reason text not null check (length(reason) between 3 and 500),
  status text not null check (status in ('applied', 'awaiting', 'declined')),
  requested_by uuid not null references public.users (id),
  decided_by uuid references public.users (id),
  created_at timestamptz not null default now(),
  check (status = 'awaiting' or decided_by is not null),
  check (decided_by is null or decided_by <> requested_by or status = 'applied') -- alone only below the limit, which adjust_wallet knows
);
create index wallet_adjustments_status on public.wallet_adjustments (status, created_at desc, id desc);
create index wallet_adjustments_customer on public.wallet_adjustments (customer_id);
create index wallet_adjustments_requested_by on public.wallet_adjustments (requested_by);
create index wallet_adjustments_decided_by on public.wallet_adjustments (decided_by);
create index wallet_adjustments_newest on public.wallet_adjustments (created_at desc, id desc);
alter table public.wallet_adjustments enable row level security;

create function app.adjustment_json(a public.wallet_adjustments) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', a.id, 'customer', jsonb_build_object('id', c.id, 'full_name', c.full_name, 'email', c.email), 'amount_minor', a.amount_minor,
    'currency', 'TRY', 'reason', a.reason, 'status', a.status, 'requested_by', r.full_name, 'decided_by', d.full_name,
    'may_decide', a.status = 'awaiting' and a.requested_by <> auth.uid(), 'created_at', a.created_at)
  from public.users c join public.users r on r.id = a.requested_by left join public.users d on d.id = a.decided_by where c.id = a.customer_id
$$;

create function app.apply_adjustment(a public.wallet_adjustments) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform app.post_transfer('adjustment', a.id, array[app.account('adjustments'), app.account('wallet', a.customer_id)],
    array[-a.amount_minor, a.amount_minor], null, a.reason);
end $$;

-- Corrects a customer's credit as an operator: {email, amount_minor (negative takes), reason}. Above the limit it waits for another operator.
-- Returns {replayed, body: the adjustment}. Raises 404 for an address no customer has, 422 INSUFFICIENT_FUNDS.
create function public.adjust_wallet(adjustment jsonb, idempotency_key uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(adjustment);
  actor uuid := app.require_role('admin');
  replay jsonb := app.claim_key(actor, idempotency_key, 'wallet.adjust', body);
  customer uuid := (select u.id from public.users u where lower(u.email) = lower(body ->> 'email') and u.role = 'customer');
  made public.wallet_adjustments;
  alone boolean;
begin
  if replay is not null then
    return jsonb_build_object('replayed', true, 'body', replay);
  elsif customer is null then
    perform app.not_found('A customer with this e-mail address');
  end if;
  alone := abs((body ->> 'amount_minor')::bigint) <= (select adjustment_limit_minor from public.money_settings);
  insert into public.wallet_adjustments (customer_id, amount_minor, reason, status, requested_by, decided_by)
  values (customer, (body ->> 'amount_minor')::bigint, trim(body ->> 'reason'), case when alone then 'applied' else 'awaiting' end, actor,
    case when alone then actor end)
  returning * into made;
  if alone then
    perform app.apply_adjustment(made);
  end if;
  perform app.audit(case when alone then 'adjustment.applied' else 'adjustment.requested' end, 'adjustment', made.id::text, made.reason, null,
    jsonb_build_object('customer_id', customer, 'amount_minor', made.amount_minor, 'status', made.status));
  return app.answer_key(actor, idempotency_key, app.adjustment_json(made));
end $$;

-- Approves or declines what another operator asked for. Raises 404, 403 for one's own, 409 VERSION_CONFLICT when it was decided already.
create function public.decide_adjustment(adjustment_id uuid, decision text) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('admin');
  a public.wallet_adjustments;
begin
  select * into a from public.wallet_adjustments where id = adjustment_id for update;
  if a.id is null then
    perform app.not_found('The adjustment');
  elsif a.status <> 'awaiting' then
    perform app.fail(409, 'VERSION_CONFLICT', 'This adjustment has been decided already.', jsonb_build_object('current', app.adjustment_json(a)));
  elsif a.requested_by = actor then
    perform app.fail(403, 'FORBIDDEN', 'Another operator must decide this one.');
  elsif decision not in ('approve', 'decline') then
    perform app.invalid('decision', 'Approve or decline.');
  end if;
  update public.wallet_adjustments set status = case decision when 'approve' then 'applied' else 'declined' end, decided_by = actor
  where id = a.id returning * into a;
  if a.status = 'applied' then
    perform app.apply_adjustment(a);
  end if;
  perform app.audit(case a.status when 'applied' then 'adjustment.approved' else 'adjustment.declined' end, 'adjustment', a.id::text, null,
    '{"status": "awaiting"}', jsonb_build_object('status', a.status, 'customer_id', a.customer_id, 'amount_minor', a.amount_minor));
  return app.adjustment_json(a);
end $$;

-- A page of adjustments {status?, limit?, cursor?}, newest first.
create function public.list_adjustments(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
begin
  perform app.require_role('admin');
  return (
    select app.page(array_agg(app.adjustment_json(a) order by a.created_at desc, a.id desc),
      array_agg(jsonb_build_array(a.created_at, a.id) order by a.created_at desc, a.id desc), size)
    from (
      select x.* from public.wallet_adjustments x
      where (body ->> 'status' is null or x.status = body ->> 'status') and (x.created_at, x.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
      order by x.created_at desc, x.id desc limit size + 1) a);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.get_wallet, public.list_wallet_transactions, public.wallet_statement, public.fund_wallet, public.transfer_credit, public.adjust_wallet,
  public.decide_adjustment, public.list_adjustments, public.get_money_settings, public.set_money_settings to authenticated;
