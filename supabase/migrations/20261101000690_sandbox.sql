-- What:  the payment provider of development, tests and demos: a stand-in for the outside party that takes card money.
-- Why:   an outside party remembers what we forget. When our process is killed in the middle of a payment, the sandbox still knows what it
--        charged, so its state is rows, each call is a transaction of its own, and nothing of ours refers to them.
-- Back:  supabase/rollbacks/20261101000690_sandbox.sql
-- Note:  it knows nothing of orders, wallets or people, and no table of ours knows it; lib/payments/sandbox.ts is the only caller.
-- Order: tables · test cards · answers · webhooks · payments · refunds · the one door · rights

create schema sandbox;

-- == Tables ===========================================================================================================
create table sandbox.payments (
  provider_id text primary key default 'sbx_pay_' || replace(gen_random_uuid()::text, '-', ''),
  payment_id text not null unique, -- as the shop calls it
  amount_minor bigint not null check (amount_minor > 0),
  description text not null,
  status text not null default 'requires_payment'
    check (status in ('requires_payment', 'requires_action', 'processing', 'succeeded', 'canceled')),
  settles_at timestamptz check ((status = 'processing') = (settles_at is not null)), -- it has succeeded from then on; no job needs to run
  failure_code text,
  client_secret text not null default 'sbx_secret_' || replace(gen_random_uuid()::text, '-', ''),
  created_at timestamptz not null default now()
);

create table sandbox.refunds (
  provider_refund_id text primary key default 'sbx_ref_' || replace(gen_random_uuid()::text, '-', ''),
  refund_id text not null unique, -- as the shop calls it
  provider_id text not null references sandbox.payments (provider_id),
  amount_minor bigint not null check (amount_minor > 0),
  status text not null check (status in ('pending', 'succeeded', 'failed')),
  settles_at timestamptz check ((status = 'pending') = (settles_at is not null)),
  failure_code text,
  created_at timestamptz not null default now()
);
create index refunds_payment on sandbox.refunds (provider_id);

-- Webhooks to send. An event sent twice on purpose is two rows with one event id.
create table sandbox.deliveries (
  id bigint generated always as identity primary key,
  event_id text not null,
  type text not null,
  payload jsonb not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  delivered_at timestamptz
);
create index deliveries_due on sandbox.deliveries (due_at, id) where delivered_at is null;

-- == Test cards =======================================================================================================
create table sandbox.cards (
  token text primary key,
  status text not null, -- what a confirmation with this card comes to
  failure_code text,
  settles_in interval,
  webhooks int not null default 1
);
insert into sandbox.cards (token, status, failure_code, settles_in, webhooks) values
  ('tok_ok', 'succeeded', null, null, 1),
  ('tok_declined', 'requires_payment', 'card_declined', null, 1),
  ('tok_insufficient', 'requires_payment', 'insufficient_funds', null, 1),
  ('tok_challenge', 'requires_action', null, null, 1),
  ('tok_timeout', 'succeeded', null, null, 1), -- what is late is the answer: lib/payments/sandbox.ts
  ('tok_late', 'processing', null, interval '4 seconds', 1),
  ('tok_twice', 'succeeded', null, null, 2);

-- == Answers ==========================================================================================================
-- A payment as it stands at a moment.
create function sandbox.payment_json(p sandbox.payments, at timestamptz default now()) returns jsonb language sql stable as $$
  select jsonb_build_object('provider_id', p.provider_id, 'payment_id', p.payment_id, 'amount_minor', p.amount_minor,
    'status', case when p.settles_at <= at then 'succeeded' else p.status end, 'failure_code', p.failure_code,
    'client_secret', p.client_secret,
    'challenge_url', case when p.status = 'requires_action' then '/payments/' || p.payment_id || '/challenge' end)
$$;

create function sandbox.refund_json(r sandbox.refunds, at timestamptz default now()) returns jsonb language sql stable as $$
  select jsonb_build_object('provider_refund_id', r.provider_refund_id, 'refund_id', r.refund_id, 'amount_minor', r.amount_minor,
    'status', case when r.settles_at <= at then 'succeeded' else r.status end, 'failure_code', r.failure_code)
$$;

create function sandbox.refused(code text, message text) returns jsonb language sql immutable as $$
  select jsonb_build_object('refused', code, 'message', message)
$$;

-- == Webhooks =========================================================================================================
-- Queues one event, `times` over. It carries what it is about as it is then, not as it will be when it arrives.
create function sandbox.announce(event_type text, payment jsonb, refund jsonb, due timestamptz default now(), times int default 1)
returns void language plpgsql as $$
declare
  event_id text := 'sbx_evt_' || replace(gen_random_uuid()::text, '-', '');
begin
  insert into sandbox.deliveries (event_id, type, payload, due_at)
  select event_id, event_type, jsonb_build_object('id', event_id, 'type', event_type, 'payment', payment, 'refund', refund), due
  from generate_series(1, times);
end $$;

-- Takes what is due, oldest first: [{id, payload}]. What is not reported delivered comes again after 3, 6, 12, 24 and 48 s, then no more.
-- The wait is also the sender's lease: two senders never hold one row at once, and one that died gives it back.
create function sandbox.claim_deliveries() returns jsonb language plpgsql as $$
declare
  claimed jsonb;
begin
  with due as (
    select d.id from sandbox.deliveries d
    where d.delivered_at is null and d.due_at <= now() and d.attempts < 6
    order by d.due_at, d.id limit 20 for update skip locked),
  taken as (
    update sandbox.deliveries d set attempts = d.attempts + 1, due_at = now() + interval '3 seconds' * 2 ^ d.attempts
    from due where d.id = due.id returning d.id, d.payload)
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'payload', t.payload) order by t.id), '[]') into claimed from taken t;
  return claimed;
end $$;

-- == Payments =========================================================================================================
create function sandbox.create_payment(body jsonb) returns jsonb language plpgsql as $$
declare
  p sandbox.payments;
begin
  insert into sandbox.payments (payment_id, amount_minor, description)
  values (body ->> 'payment_id', (body ->> 'amount_minor')::bigint, body ->> 'description')
  on conflict (payment_id) do nothing;
  select * into p from sandbox.payments where payment_id = body ->> 'payment_id';
  if p.amount_minor <> (body ->> 'amount_minor')::bigint then
    return sandbox.refused('idempotency_error', 'This payment was already made with another amount.');
  end if;
  return sandbox.payment_json(p);
end $$;

-- Submits a card. A payment that is under way or has ended answers as it is, and so does one without a card.
create function sandbox.confirm_payment(p sandbox.payments, card_token text) returns jsonb language plpgsql as $$
declare
  card sandbox.cards;
begin
  if card_token is null or p.status not in ('requires_payment', 'requires_action') then
    return sandbox.payment_json(p);
  end if;
  select * into card from sandbox.cards where token = card_token;
  if not found then
    return sandbox.refused('invalid_card', 'There is no such test card.');
  end if;
  update sandbox.payments set status = card.status, failure_code = card.failure_code, settles_at = now() + card.settles_in
  where provider_id = p.provider_id returning * into p;
  perform sandbox.announce(case card.status when 'requires_payment' then 'payment.failed' else 'payment.' || card.status end,
    sandbox.payment_json(p), null, now(), card.webhooks);
  if p.settles_at is not null then
    perform sandbox.announce('payment.succeeded', sandbox.payment_json(p, p.settles_at), null, p.settles_at);
  end if;
  return sandbox.payment_json(p);
end $$;

-- The person's answer to the bank's question. Asked of nobody: answers the payment as it is.
create function sandbox.answer_challenge(p sandbox.payments, approve boolean) returns jsonb language plpgsql as $$
begin
  if p.status = 'requires_action' then
    update sandbox.payments set
      status = case when approve then 'succeeded' else 'requires_payment' end,
      failure_code = case when not approve then 'challenge_failed' end
    where provider_id = p.provider_id returning * into p;
    perform sandbox.announce(case when approve then 'payment.succeeded' else 'payment.failed' end, sandbox.payment_json(p), null);
  end if;
  return sandbox.payment_json(p);
end $$;

-- Gives a payment up. One that is processing can no longer be stopped, and one that has ended stays so: both answer as they are.
create function sandbox.cancel_payment(p sandbox.payments) returns jsonb language plpgsql as $$
begin
  if p.status in ('requires_payment', 'requires_action') then
    update sandbox.payments set status = 'canceled' where provider_id = p.provider_id returning * into p;
    perform sandbox.announce('payment.canceled', sandbox.payment_json(p), null);
  end if;
  return sandbox.payment_json(p);
end $$;

-- == Refunds ==========================================================================================================
-- Gives back part of a charge, never more than it was. Amounts that end in 13 kuruş are pending for 4 s, those that end in 66 fail.
create function sandbox.create_refund(p sandbox.payments, body jsonb) returns jsonb language plpgsql as $$
declare
  amount bigint := (body ->> 'amount_minor')::bigint;
  r sandbox.refunds;
begin
  select * into r from sandbox.refunds where refund_id = body ->> 'refund_id';
  if found then
    if (r.provider_id, r.amount_minor) <> (p.provider_id, amount) then
      return sandbox.refused('idempotency_error', 'This refund was already made of another payment or amount.');
    end if;
    return sandbox.refund_json(r);
  elsif sandbox.payment_json(p) ->> 'status' <> 'succeeded' then
    return sandbox.refused('payment_not_succeeded', 'Nothing was charged.');
  elsif amount + (select coalesce(sum(x.amount_minor), 0) from sandbox.refunds x where x.provider_id = p.provider_id and x.status <> 'failed')
    > p.amount_minor then
    return sandbox.refused('charge_already_refunded', 'The refunds would exceed the charge.');
  end if;
  insert into sandbox.refunds (refund_id, provider_id, amount_minor, status, settles_at, failure_code) values (
    body ->> 'refund_id', p.provider_id, amount, case amount % 100 when 13 then 'pending' when 66 then 'failed' else 'succeeded' end,
    case amount % 100 when 13 then now() + interval '4 seconds' end, case amount % 100 when 66 then 'refund_failed' end)
  returning * into r;
  perform sandbox.announce('refund.' || r.status, null, sandbox.refund_json(r));
  if r.settles_at is not null then
    perform sandbox.announce('refund.succeeded', null, sandbox.refund_json(r, r.settles_at), r.settles_at);
  end if;
  return sandbox.refund_json(r);
end $$;

-- == The one door =====================================================================================================
-- One call of the provider. A no for good is an answer: {refused: code, message}.
-- Operations: create_payment, get_payment, confirm_payment, answer_challenge, cancel_payment, create_refund, claim_deliveries, mark_delivered.
create function public.sandbox_call(operation text, args jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(args);
  p sandbox.payments;
begin
  case operation
    when 'create_payment' then
      return sandbox.create_payment(body);
    when 'claim_deliveries' then
      return sandbox.claim_deliveries();
    when 'mark_delivered' then
      update sandbox.deliveries set delivered_at = now() where id in (select i::bigint from jsonb_array_elements_text(body -> 'ids') as i);
      return 'null';
    else
  end case;
  -- The payment's row is the lock under which it changes and is refunded.
  select * into p from sandbox.payments where provider_id = body ->> 'provider_id' for update;
  if not found then
    return sandbox.refused('resource_missing', 'There is no such payment.');
  end if;
  return case operation
    when 'get_payment' then sandbox.payment_json(p)
    when 'confirm_payment' then sandbox.confirm_payment(p, body ->> 'card_token')
    when 'answer_challenge' then sandbox.answer_challenge(p, (body ->> 'approve')::boolean)
    when 'cancel_payment' then sandbox.cancel_payment(p)
    when 'create_refund' then sandbox.create_refund(p, body)
  end;
end $$;

-- == Rights ===========================================================================================================
-- The schema is not exposed and nobody may use it; its functions run with the rights of the one door's owner.
alter table sandbox.payments enable row level security;
alter table sandbox.refunds enable row level security;
alter table sandbox.deliveries enable row level security;
alter table sandbox.cards enable row level security;
revoke all on schema sandbox from public;
revoke execute on all functions in schema sandbox from public;
grant execute on function public.sandbox_call to service_role;
