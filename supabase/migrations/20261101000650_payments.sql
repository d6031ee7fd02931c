-- What:  card payments, refunds, what providers told us, the sagas that bring each to an end, and the sweeper's findings.
-- Why:   a provider answers late, twice or not at all. Its state is applied by record_payment() and record_refund(), any number of times
--        and in any order; a saga's row says what is to be done next, so that whoever comes after a crash goes on from there.
-- Back:  supabase/rollbacks/20261101000650_payments.sql
-- Order: tables · policies · sagas · payments · refunds · sweeping · provider events · rights

-- == Tables ===========================================================================================================
create table public.payments (
  id uuid primary key default gen_random_uuid(),
  purpose text not null check (purpose in ('order', 'funding')),
  order_id uuid unique references public.orders (id), -- another card is another try of the same payment
  customer_id uuid not null references public.users (id),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null default 'TRY' check (currency = 'TRY'),
  status text not null default 'created'
    check (status in ('created', 'requires_payment', 'requires_action', 'processing', 'succeeded', 'canceled')),
  provider text, -- known from the first word with it on
  provider_id text,
  client_secret text,
  challenge_url text,
  failure_code text,
  revision int not null default 0, -- counts what was newly learned: who asked before that has an older answer
  expires_at timestamptz not null default now() + interval '10 minutes',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, provider_id),
  check ((purpose = 'order') = (order_id is not null)),
  check (status in ('created', 'canceled') or provider_id is not null)
);
create index payments_open on public.payments (expires_at) where status not in ('succeeded', 'canceled');
create index payments_unpaid on public.payments (updated_at) where status <> 'succeeded';
create index payments_customer on public.payments (customer_id, created_at desc);

create table public.refunds (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id),
  amount_minor bigint not null check (amount_minor > 0),
  wallet_minor bigint not null check (wallet_minor >= 0),
  card_minor bigint not null check (card_minor >= 0),
  target text not null check (target in ('wallet', 'original')),
  status text not null check (status in ('pending', 'succeeded', 'failed')),
  reason text not null check (length(reason) between 1 and 500),
  actor_id uuid,
  provider_refund_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (amount_minor = wallet_minor + card_minor),
  check (card_minor > 0 or status = 'succeeded')
);
create index refunds_order on public.refunds (order_id);
create index refunds_provider on public.refunds (provider_refund_id) where provider_refund_id is not null;

create type public.saga_state as enum ('running', 'waiting', 'stuck', 'done', 'compensated');

-- running: a step is due. waiting: for a person or the provider; looked at now and then. stuck: an operator must look.
create table public.sagas (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('card_payment', 'card_refund')),
  subject_id uuid not null, -- the payment or the refund
  state public.saga_state not null default 'running',
  step text not null,
  attempts int not null default 0, -- of this step, since it last went well
  next_run_at timestamptz default now(),
  deadline timestamptz,
  leased_until timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (kind, subject_id),
  check ((state in ('done', 'compensated')) = (next_run_at is null))
);
create index sagas_due on public.sagas (next_run_at) where state in ('running', 'waiting');
create index sagas_newest on public.sagas (created_at desc, id desc);

-- What providers sent, as it came, before anything is done about it.
create table public.provider_events (
  id bigint generated always as identity primary key,
  provider text not null,
  provider_event_id text, -- null when the signature was wrong: then nothing in it is believed
  type text,
  raw text not null,
  payment jsonb, -- as the adapter read it: lib/payments/provider.ts
  refund jsonb,
  state text not null default 'received' check (state in ('received', 'processed', 'unmatched', 'refused')),
  error text,
  received_at timestamptz not null default now(),
  unique (provider, provider_event_id)
);
create index provider_events_open on public.provider_events (received_at) where state = 'received';
create index provider_events_state on public.provider_events (state, id desc);

create table public.money_findings (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('payment_without_order', 'order_without_payment')),
  payment_id uuid not null references public.payments (id),
  order_id uuid references public.orders (id),
  amount_minor bigint not null,
  outcome text not null check (outcome in ('refunding', 'completed', 'stuck')),
  at timestamptz not null default now(),
  unique (payment_id, kind)
);
create index money_findings_order on public.money_findings (order_id);

-- == Policies =========================================================================================================
alter table public.payments enable row level security;
alter table public.refunds enable row level security;
alter table public.sagas enable row level security;
alter table public.provider_events enable row level security;
alter table public.money_findings enable row level security;
-- Read through functions only: a payment's client secret is the customer's alone, a refund is seen with its order.

-- == Sagas ============================================================================================================
-- Opens a saga, or returns the one that is open.
create function app.open_saga(of_kind text, subject uuid, first_step text, until timestamptz default null) returns void
language sql security definer set search_path = '' as $$
  insert into public.sagas (kind, subject_id, step, deadline) values (of_kind, subject, first_step, until) on conflict (kind, subject_id) do nothing
$$;

-- Puts a saga at a step. `due` null ends it; a step that goes well forgets earlier failures.
create function app.step_saga(of_kind text, subject uuid, to_state public.saga_state, to_step text, due timestamptz) returns void
language sql security definer set search_path = '' as $$
  update public.sagas set state = to_state, step = to_step, next_run_at = due, attempts = 0, leased_until = null, last_error = null, updated_at = now()
  where kind = of_kind and subject_id = subject and state not in ('done', 'compensated')
$$;

-- Claims due sagas, or the one of `subject` due or not, for a few seconds: [{id, kind, step, payment, refund}]. Their steps are
-- idempotent, so a lease that ends too early does no harm; it only keeps workers out of each other's way.
create function public.claim_sagas(batch int default 10, subject uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  due uuid[] := array(
    select s.id from public.sagas s
    where s.state in ('running', 'waiting') and (s.subject_id = subject or (subject is null and s.next_run_at <= now()))
      and (s.leased_until is null or s.leased_until < now())
    order by s.next_run_at limit batch for update skip locked);
begin
  update public.sagas set leased_until = now() + interval '2 seconds', attempts = attempts + 1, updated_at = now() where id = any (due);
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'step', c.step,
      'payment', (select jsonb_build_object('id', p.id, 'provider_id', p.provider_id, 'amount_minor', p.amount_minor, 'currency', p.currency,
          'status', p.status, 'revision', p.revision)
        from public.payments p
        where p.id = c.subject_id or p.order_id = (select r.order_id from public.refunds r where r.id = c.subject_id)),
      'refund', (select jsonb_build_object('id', r.id, 'card_minor', r.card_minor, 'provider_refund_id', r.provider_refund_id)
        from public.refunds r where r.id = c.subject_id)) order by c.next_run_at), '[]')
    from public.sagas c where c.id = any (due));
end $$;

-- A step failed: it is tried again after 1, 2, 4 … 60 s, give or take half, and after twelve tries an operator must look. `lasting`: the
-- provider said no for good; the operator looks at once, and a refund that was refused so may go elsewhere (act_on_saga).
create function public.fail_saga(saga_id uuid, error text, lasting boolean default false) returns void
language sql security definer set search_path = '' as $$
  update public.refunds r set status = 'failed', updated_at = now() from public.sagas s
  where lasting and s.id = saga_id and s.state in ('running', 'waiting') and r.id = s.subject_id and r.status = 'pending';
  update public.sagas set
    state = case when lasting or attempts >= 12 then 'stuck' else state end,
    last_error = left(error, 500), leased_until = null, updated_at = now(),
    next_run_at = now() + make_interval(secs => least(power(2, least(attempts, 10) - 1), 60) * (0.5 + random()))
  where id = saga_id and state in ('running', 'waiting')
$$;

-- == Payments =========================================================================================================
-- What the order's credit does not cover is to be paid by card: the payment and the saga that sees it through, also if nobody comes back.
create function app.await_card(o public.orders) returns void language plpgsql security definer set search_path = '' as $$
declare
  payment public.payments;
begin
  insert into public.payments (purpose, order_id, customer_id, amount_minor) values ('order', o.id, o.customer_id, o.total_minor - o.wallet_minor)
  returning * into payment;
  perform app.open_saga('card_payment', payment.id, 'create', payment.expires_at);
end $$;

-- What the order is worth to its branch from now on: it is shown there, and the time to confirm begins.
create function app.order_paid(o public.orders, payment public.payments) returns void language plpgsql security definer set search_path = '' as $$
declare
  paid public.orders;
begin
  update public.orders set paid_minor = paid_minor + payment.amount_minor, payment_status = 'paid', placed_at = now(), version = version + 1,
    eta_at = case when scheduled_for is null then now() + make_interval(mins => prep_minutes + ride_minutes) else eta_at end,
    confirm_by = now() + make_interval(mins => (select b.confirm_minutes from public.branches b where b.id = o.branch_id)),
    updated_at = clock_timestamp()
  where id = o.id returning * into paid;
  perform app.record_order_event(o, paid, 'order.paid', 'system', jsonb_build_object('amount_minor', payment.amount_minor, 'payment_id', payment.id));
end $$;

-- Money came for an order that has ended: it goes back to where it came from.
create function app.pay_back_late(o public.orders, payment public.payments) returns void language plpgsql security definer set search_path = '' as $$
declare
  paid public.orders;
begin
  update public.orders set paid_minor = paid_minor + payment.amount_minor where id = o.id returning * into paid;
  perform app.refund(paid, payment.amount_minor, 'original', 'PAID_TOO_LATE', 'system', null, was => o); -- one event: nobody waits for this payment
  insert into public.money_findings (kind, payment_id, order_id, amount_minor, outcome)
  values ('payment_without_order', payment.id, o.id, payment.amount_minor, 'refunding')
  on conflict (kind, payment_id) do update set outcome = excluded.outcome;
end $$;

-- Applies what the provider says of a payment: {provider, provider_id, status, amount_minor, client_secret, failure_code, challenge_url, seen}.
-- A success is for ever; everything else gives way to it. What is not final may be older than what is known, as a word of the last card that
-- comes when the next one is asked about already: it counts only from who asked at this revision (`seen`); from others, and from webhooks, it
-- is a reason to look. Locks order → payment → wallets. Returns the payment as the customer sees it.
create function public.record_payment(payment_id uuid, state jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  told jsonb := app.body(state);
  now_is text := told ->> 'status';
  was text;
  o public.orders;
  p public.payments;
begin
  select x.* into o from public.orders x where x.id = (select y.order_id from public.payments y where y.id = payment_id) for update;
  select * into p from public.payments where id = payment_id for update;
  if p.id is null then
    perform app.not_found('The payment');
  elsif (told ->> 'amount_minor')::bigint <> p.amount_minor then
    perform app.fail(409, 'VERSION_CONFLICT', 'The provider speaks of another amount.');
  elsif p.status = 'succeeded' or (p.status = 'canceled' and now_is <> 'succeeded') then
    perform app.step_saga('card_payment', p.id, case p.status when 'succeeded' then 'done' else 'compensated' end::public.saga_state, 'done', null);
    return app.payment_json(p);
  elsif now_is not in ('succeeded', 'canceled') and (told ->> 'seen')::int is distinct from p.revision then
    update public.sagas s set next_run_at = least(s.next_run_at, now() + interval '3 seconds') -- an answer that is on its way comes first
    where s.kind = 'card_payment' and s.subject_id = p.id and s.state = 'waiting';
    return app.payment_json(p);
  end if;
  was := p.status;
  update public.payments set status = now_is, provider = coalesce(told ->> 'provider', provider), provider_id = coalesce(told ->> 'provider_id', provider_id),
    client_secret = coalesce(told ->> 'client_secret', client_secret), failure_code = told ->> 'failure_code', challenge_url = told ->> 'challenge_url',
    revision = revision + ( -- that the provider knows of it is no news: a card may be on its way already
      (nullif(status, 'created'), failure_code, challenge_url)
      is distinct from (nullif(now_is, case status when 'created' then 'requires_payment' end), told ->> 'failure_code', told ->> 'challenge_url'))::int,
    updated_at = now()
  where id = p.id returning * into p;

  if now_is = 'succeeded' then
    if (told ->> 'found')::boolean and was <> 'processing' then -- by looking, not by being told: the answer to its card was lost
      insert into public.money_findings (kind, payment_id, order_id, amount_minor, outcome)
      values ('payment_without_order', p.id, o.id, p.amount_minor, 'completed') on conflict do nothing;
    end if;
    if p.purpose = 'funding' then
      perform app.post_transfer('funding', p.id, array[app.account('provider'), app.account('wallet', p.customer_id)], array[-p.amount_minor, p.amount_minor]);
    else
      perform app.post_transfer('card_payment', p.id, array[app.account('provider'), app.account('escrow')], array[-p.amount_minor, p.amount_minor], o.id);
      if o.status = 'NEW' then
        perform app.order_paid(o, p);
      else
        perform app.pay_back_late(o, p);
      end if;
    end if;
    perform app.step_saga('card_payment', p.id, 'done', 'done', null);
  elsif now_is = 'canceled' then
    perform app.step_saga('card_payment', p.id, 'compensated', 'done', null);
    if o.status = 'NEW' then
      perform app.move_order(o, 'CANCELED_BY_USER', 'system', 'PAYMENT_EXPIRED');
    end if;
  elsif p.expires_at < now() or o.status <> 'NEW' then
    perform app.step_saga('card_payment', p.id, 'running', 'cancel', now());
  else
    perform app.step_saga('card_payment', p.id, 'waiting', 'await', least(now() + interval '10 seconds', p.expires_at));
  end if;
  return app.payment_json(p);
end $$;

create function app.payment_json(p public.payments) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object('id', p.id, 'purpose', p.purpose, 'order_id', p.order_id, 'status', p.status, 'amount_minor', p.amount_minor,
    'currency', p.currency, 'provider', p.provider, 'client_secret', case when p.status not in ('succeeded', 'canceled') then p.client_secret end,
    'challenge_url', case when p.status = 'requires_action' then p.challenge_url end, 'failure_code', p.failure_code, 'expires_at', p.expires_at);
end $$;

-- A payment the caller makes. 404 for anybody else's.
create function public.get_payment(payment_id uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
  p public.payments;
begin
  select * into p from public.payments where id = payment_id and customer_id = actor;
  if p.id is null then
    perform app.not_found('The payment');
  end if;
  return app.payment_json(p);
end $$;

-- Begins an action on a payment under an Idempotency-Key, before the provider is asked: {replayed, body} of an earlier answer, or
-- {payment, provider_id, revision} for a first try and for one whose answer was never stored; the action itself is idempotent.
create function public.begin_payment_action(payment_id uuid, action jsonb, idempotency_key uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(action);
  payment jsonb := public.get_payment(payment_id);
  replay jsonb := app.claim_key(auth.uid(), idempotency_key, 'payment.' || payment_id, body);
begin
  return case when replay is null then (
      select jsonb_build_object('payment', payment, 'provider_id', p.provider_id, 'revision', p.revision) from public.payments p where p.id = payment_id)
    else jsonb_build_object('replayed', true, 'body', replay) end;
end $$;

-- Stores the answer of an action on a payment, and returns it as a first answer.
create function public.finish_payment_action(payment_id uuid, idempotency_key uuid, answer jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform public.get_payment(payment_id); -- 404 for anybody else's
  return app.answer_key(auth.uid(), idempotency_key, app.body(answer));
end $$;

-- == Refunds ==========================================================================================================
-- What is left of the order's money, by where it came from: its card, its credit, and all of it (with what was paid at the door).
create function app.refundable(o public.orders, out card bigint, out wallet bigint, out total bigint) language plpgsql stable security definer set search_path = '' as $$
begin
  select coalesce(sum(r.card_minor), 0), coalesce(sum(r.wallet_minor) filter (where r.target = 'original'), 0) into card, wallet
  from public.refunds r where r.order_id = o.id;
  total := o.paid_minor - o.refunded_minor;
  card := least(total, coalesce((select p.amount_minor from public.payments p where p.order_id = o.id and p.status = 'succeeded'), 0) - card);
  wallet := least(total - card, case when o.paid_minor > 0 then o.wallet_minor else 0 end - wallet);
end $$;

-- Gives back part of what a locked order was paid with, in this transaction as far as it is ours to give: credit at once, a card through
-- the saga it opens. Before the hand-over the money lies in escrow; after it, the vendor gives it back and gets its share of commission.
-- What this transaction changed before and its event is to tell as well: the row that `was`, the `items` as they are now.
create function app.refund(o public.orders, amount bigint, to_target text, why text, acting public.order_actor, by_user uuid,
  was public.orders default null, items jsonb default null)
returns public.refunds language plpgsql security definer set search_path = '' as $$
declare
  remaining record := app.refundable(o);
  card_part bigint := case to_target when 'original' then least(amount, remaining.card) else 0 end;
  wallet_part bigint := amount - card_part;
  made public.refunds;
  source_accounts uuid[];
  source_amounts bigint[];
begin
  if amount > remaining.total then
    perform app.fail(400, 'VALIDATION_ERROR', 'That is more than is left of what was paid.',
      jsonb_build_object('amount_minor', jsonb_build_array('is more than is left of what was paid'), 'refundable_minor', remaining.total));
  elsif to_target = 'original' and wallet_part > remaining.wallet then
    perform app.fail(400, 'VALIDATION_ERROR', 'This was paid at the door: give it back there, or into the wallet.',
      jsonb_build_object('to', jsonb_build_array('was paid at the door: give it back there, or into the wallet')));
  end if;
  insert into public.refunds (order_id, amount_minor, wallet_minor, card_minor, target, status, reason, actor_id)
  values (o.id, amount, wallet_part, card_part, to_target, case when card_part > 0 then 'pending' else 'succeeded' end, why, by_user)
  returning * into made;
  if was.id is null then
    was := o;
  end if;
  update public.orders set refunded_minor = refunded_minor + amount, version = version + 1, updated_at = clock_timestamp(),
    payment_status = case when refunded_minor + amount = paid_minor then 'refunded' else 'partly_refunded' end::public.payment_status
  where id = o.id returning * into o;

  if o.status = 'DELIVERED' then
    select accounts, amounts into source_accounts, source_amounts from app.settle_refund(o, made);
  else
    source_accounts := array[app.account('escrow')];
    source_amounts := array[-amount];
  end if;
  perform app.post_transfer(case when o.status = 'DELIVERED' or made.reason = 'PAID_TOO_LATE' then 'refund' else 'order_release' end, made.id,
    source_accounts || app.account('wallet', o.customer_id) || app.account('refunds_due'), source_amounts || wallet_part || card_part, o.id, why);
  if card_part > 0 then
    perform app.open_saga('card_refund', made.id, 'send');
  end if;
  perform app.record_order_event(was, o, 'order.refunded', acting, jsonb_build_object('refund_id', made.id, 'amount_minor', amount, 'to', to_target,
    'status', made.status, 'reason', why), items);
  return made;
end $$;

create function app.refund_json(r public.refunds) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'order_id', r.order_id, 'amount_minor', r.amount_minor, 'wallet_minor', r.wallet_minor, 'card_minor', r.card_minor,
    'currency', 'TRY', 'to', r.target, 'status', r.status, 'reason', r.reason, 'created_at', r.created_at)
$$;

-- The price of pieces of an order's lines as they were paid: each line's part of the items' discount is shared out piece by piece, so that
-- all pieces together give exactly what was paid. Marks them as refunded. Raises 400 for a line or a piece that is not there.
create function app.take_back_items(o public.orders, items jsonb) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  asked record;
  item public.order_items;
  amount bigint := 0;
begin
  for asked in select (i ->> 'line')::int as line, sum((i ->> 'quantity')::int)::int as quantity from jsonb_array_elements(items) as i group by 1 order by 1 loop
    select * into item from public.order_items i where i.order_id = o.id and i.line = asked.line for update;
    if item.line is null or asked.quantity < 1 or item.refunded_quantity + asked.quantity > item.quantity then
      perform app.invalid('items', 'There are not so many pieces left to give back.');
    end if;
    amount := amount + app.paid_for(o, item, item.refunded_quantity + asked.quantity) - app.paid_for(o, item, item.refunded_quantity);
    update public.order_items i set refunded_quantity = i.refunded_quantity + asked.quantity where i.order_id = o.id and i.line = asked.line;
  end loop;
  return amount;
end $$;

-- What was paid for a line's first pieces, in whole kuruş: the lines before it and these pieces, at the order's discounted rate, less the
-- lines before it. Differences of one running sum add up to the whole, whatever the rounding.
create function app.paid_for(o public.orders, item public.order_items, pieces int) returns bigint language plpgsql stable security definer set search_path = '' as $$
declare
  before bigint := (select coalesce(sum(i.line_total_minor), 0) from public.order_items i where i.order_id = o.id and i.line < item.line);
  paid numeric := o.subtotal_minor - o.discount_minor + o.delivery_discount_minor; -- what was taken off the fee lowers no item
begin
  return case when o.subtotal_minor = 0 then 0 else
    floor((before + item.unit_price_minor * pieces) * paid / o.subtotal_minor) - floor(before * paid / o.subtotal_minor) end;
end $$;

-- Refunds an order as its vendor or an operator: `draft` is {amount_minor? | items?: [{line, quantity}], to, reason}; without either, all
-- that is left. Returns {replayed, body: the refund}. Raises 404, 400, and 409 INVALID_TRANSITION while the order still runs.
create function public.refund_order(order_id uuid, draft jsonb, idempotency_key uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(draft);
  actor uuid := app.require_role('vendor_admin', 'admin');
  replay jsonb := app.claim_key(actor, idempotency_key, 'order.refund.' || order_id, body);
  o public.orders;
  amount bigint;
  items jsonb;
  made public.refunds;
begin
  if replay is not null then
    return jsonb_build_object('replayed', true, 'body', replay);
  end if;
  o := app.lock_order(order_id, null);
  if not app.is_admin() and o.vendor_id not in (select app.my_vendor_ids('money')) then
    perform app.fail(403, 'FORBIDDEN', 'Your account may not give money back.');
  end if;
  if o.status in ('NEW', 'CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE') then
    perform app.fail(409, 'INVALID_TRANSITION', 'The order still runs. Cancel it, or refund it when it has been handed over.',
      jsonb_build_object('current', app.order_json(o)));
  end if;
  amount := case
    when jsonb_typeof(body -> 'items') = 'array' then least(app.take_back_items(o, body -> 'items'), o.paid_minor - o.refunded_minor)
    else coalesce((body ->> 'amount_minor')::bigint, o.paid_minor - o.refunded_minor) end;
  if amount <= 0 then
    perform app.invalid('amount_minor', 'There is nothing left to give back.');
  end if;
  items := case jsonb_typeof(body -> 'items') when 'array' then app.items_json(o.id) end;
  made := app.refund(o, amount, body ->> 'to', body ->> 'reason', app.acts_as(o), actor, items => items);
  if app.is_admin() then
    perform app.audit('order.refunded', 'order', o.id::text, made.reason, null, jsonb_build_object('refund_id', made.id, 'amount_minor', made.amount_minor,
      'to', made.target));
  end if;
  return app.answer_key(actor, idempotency_key, app.refund_json(made));
end $$;

-- Applies what the provider says of a refund: {provider_refund_id, status}. A success is for ever; a refusal is not, it may be sent again.
create function public.record_refund(refund_id uuid, state jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare
  told jsonb := app.body(state);
  o public.orders;
  r public.refunds;
begin
  select x.* into o from public.orders x where x.id = (select y.order_id from public.refunds y where y.id = refund_id) for update;
  select * into r from public.refunds where id = refund_id for update;
  if r.id is null then
    perform app.not_found('The refund');
  elsif r.status = 'succeeded' then
    return;
  end if;
  update public.refunds set provider_refund_id = coalesce(told ->> 'provider_refund_id', provider_refund_id), updated_at = now(),
    status = case told ->> 'status' when 'failed' then 'failed' else 'pending' end
  where id = r.id;
  if told ->> 'status' = 'succeeded' then
    perform app.post_transfer('refund_paid', r.id, array[app.account('refunds_due'), app.account('provider')], array[-r.card_minor, r.card_minor], o.id);
    perform app.end_refund(o, r, 'done');
  elsif told ->> 'status' = 'failed' then
    update public.sagas s set state = 'stuck', step = 'send', last_error = coalesce(told ->> 'failure_code', 'the provider refused the refund'),
      leased_until = null, updated_at = now()
    where s.kind = 'card_refund' and s.subject_id = r.id and s.state in ('running', 'waiting');
  else
    perform app.step_saga('card_refund', r.id, 'waiting', 'await', now() + interval '10 seconds');
  end if;
end $$;

create function app.end_refund(o public.orders, r public.refunds, how public.saga_state) returns void language plpgsql security definer set search_path = '' as $$
declare
  ended public.orders;
begin
  update public.refunds set status = 'succeeded', updated_at = now() where id = r.id;
  perform app.step_saga('card_refund', r.id, how, 'done', null);
  update public.orders set version = version + 1, updated_at = clock_timestamp() where id = o.id returning * into ended;
  perform app.record_order_event(o, ended, 'order.refunded', 'system', jsonb_build_object('refund_id', r.id, 'amount_minor', r.amount_minor, 'to', r.target,
    'status', 'succeeded', 'into_wallet', how = 'compensated'));
end $$;

-- == Sweeping =========================================================================================================
-- Ends what nothing else will end: {released, refunded, found}. An unpaid card order gives its stock and credit back ten seconds after
-- its time, also while the provider cannot be reached (should the card pay after all, record_payment pays it back); money that an ended
-- order still holds goes back; an order its branch has without its money is put before an operator.
create function public.sweep_money() returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  unpaid_ids uuid[] := array(
    select x.id from public.payments p join public.orders x on x.id = p.order_id
    where p.status not in ('succeeded', 'canceled') and p.expires_at < now() - interval '10 seconds' and x.status = 'NEW' and x.placed_at is null
    order by p.expires_at limit 50 for update of x skip locked);
  owing_ids uuid[] := array(
    select x.id from public.orders x
    where x.status in ('REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR') and x.paid_minor > x.refunded_minor limit 50 for update skip locked);
  unmatched_ids uuid[];
  o public.orders;
  found int;
begin
  perform app.lock_many(unpaid_ids || owing_ids);
  for o in select * from public.orders where id = any (unpaid_ids) loop
    perform app.move_order(o, 'CANCELED_BY_USER', 'system', 'PAYMENT_EXPIRED');
  end loop;
  for o in select * from public.orders where id = any (owing_ids) loop
    insert into public.money_findings (kind, payment_id, order_id, amount_minor, outcome)
    select 'payment_without_order', p.id, o.id, o.paid_minor - o.refunded_minor, 'refunding' from public.payments p where p.order_id = o.id
    on conflict do nothing;
    perform app.refund(o, o.paid_minor - o.refunded_minor, 'original', 'ORDER_ENDED', 'system', null);
  end loop;
  unmatched_ids := array(
    select p.id from public.payments p join public.orders x on x.id = p.order_id
    where p.status <> 'succeeded' and p.updated_at > now() - interval '1 day' and x.placed_at is not null); -- older ones were found: this runs every minute
  insert into public.money_findings (kind, payment_id, order_id, amount_minor, outcome)
  select 'order_without_payment', p.id, p.order_id, p.amount_minor, 'stuck' from public.payments p where p.id = any (unmatched_ids)
  on conflict do nothing;
  get diagnostics found = row_count;
  update public.sagas s set state = 'stuck', last_error = 'The branch has this order, but its payment has not succeeded.', updated_at = now(),
    next_run_at = coalesce(next_run_at, now())
  where s.kind = 'card_payment' and s.subject_id = any (unmatched_ids) and s.state <> 'stuck';
  return jsonb_build_object('released', cardinality(unpaid_ids), 'refunded', cardinality(owing_ids), 'found', found);
end $$;

-- == Provider events ==================================================================================================
-- Keeps what a provider sent and applies it: {state, repeated}. `event` is {provider, id, type, raw, payment, refund, error}; an error means
-- that nothing in it is believed. What cannot be applied now stays 'received' and is tried again by the job. Safe to call any number of times.
create function public.receive_provider_event(event jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  told jsonb := app.body(event);
  e public.provider_events;
begin
  insert into public.provider_events (provider, provider_event_id, type, raw, payment, refund, state, error)
  values (told ->> 'provider', told ->> 'id', told ->> 'type', told ->> 'raw', nullif(told -> 'payment', 'null'), nullif(told -> 'refund', 'null'),
    case when told ->> 'error' is null then 'received' else 'refused' end, told ->> 'error')
  on conflict (provider, provider_event_id) do nothing returning * into e;
  if e.id is null then
    select * into e from public.provider_events x where x.provider = told ->> 'provider' and x.provider_event_id = told ->> 'id';
    if e.state <> 'received' then
      return jsonb_build_object('state', e.state, 'repeated', true);
    end if;
  elsif e.state = 'received' then
    return jsonb_build_object('state', app.apply_provider_event(e), 'repeated', false);
  end if;
  return jsonb_build_object('state', case when e.state = 'received' then app.apply_provider_event(e) else e.state end, 'repeated', false);
end $$;

-- What a provider says our id is; null when it is none.
create function app.as_uuid(value text) returns uuid language sql immutable as $$
  select case when pg_input_is_valid(value, 'uuid') then value::uuid end
$$;

create function app.apply_provider_event(e public.provider_events) returns text language plpgsql security definer set search_path = '' as $$
declare
  payment uuid;
  refund uuid;
  came_to text := 'processed';
  failure text;
begin
  begin
    payment := (select p.id from public.payments p
      where p.id = app.as_uuid(e.payment ->> 'payment_id') or (p.provider = e.provider and p.provider_id = e.payment ->> 'provider_id'));
    refund := (select r.id from public.refunds r where r.id = app.as_uuid(e.refund ->> 'refund_id') or r.provider_refund_id = e.refund ->> 'provider_refund_id');
    if payment is not null then
      perform public.record_payment(payment, e.payment || jsonb_build_object('provider', e.provider));
    elsif refund is not null then
      perform public.record_refund(refund, e.refund);
    elsif e.payment is not null or e.refund is not null then
      came_to := 'unmatched';
    end if;
  exception when others then
    came_to := 'received';
    failure := left(sqlerrm, 500);
  end;
  update public.provider_events set state = came_to, error = failure where id = e.id;
  return came_to;
end $$;

-- Applies what was kept and could not be applied yet; after ten minutes an event nobody can apply is left to the operator. Returns how many.
create function public.apply_provider_events(batch int default 50) returns int language plpgsql security definer set search_path = '' as $$
declare
  e public.provider_events;
  applied int := 0;
begin
  for e in select * from public.provider_events where state = 'received' order by received_at limit batch for update skip locked loop
    if app.apply_provider_event(e) = 'processed' then
      applied := applied + 1;
    elsif e.received_at < now() - interval '10 minutes' then
      update public.provider_events set state = 'unmatched' where id = e.id and state = 'received';
    end if;
  end loop;
  return applied;
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.get_payment, public.begin_payment_action, public.finish_payment_action, public.refund_order to authenticated;
grant execute on function public.claim_sagas, public.fail_saga, public.record_payment, public.record_refund, public.receive_provider_event,
  public.apply_provider_events, public.sweep_money to service_role;
