-- What:  "there is a problem": a customer says what is wrong with an order, its vendor answers, an operator decides.
-- Why:   who is not satisfied must be heard by both sides in one place, and a decision to give money back must be one transaction with the refund.
-- Back:  supabase/rollbacks/20261101000790_disputes.sql
-- Order: table · policies · reading · opening · answering · deciding · notifications · rights

create table public.disputes (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id) on delete cascade,
  customer_id uuid not null references public.users (id) on delete cascade, -- the order's, as are these two: its lists' indexes begin with them
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  kind text not null check (kind in ('missing', 'wrong', 'quality', 'late', 'not_delivered', 'payment', 'other')),
  text text not null check (length(text) between 1 and 1000),
  state text not null default 'open' check (state in ('open', 'answered', 'resolved')),
  answer text check (length(answer) between 1 and 1000),
  answered_at timestamptz,
  outcome text check (outcome in ('refunded', 'refused')),
  decision_reason text check (length(decision_reason) between 1 and 500),
  refund_id uuid references public.refunds (id) on delete set null,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  check ((answer is null) = (answered_at is null)),
  check ((state = 'resolved') = (outcome is not null and decision_reason is not null and decided_at is not null))
);
create unique index disputes_undecided on public.disputes (order_id) where state <> 'resolved'; -- of two taps one opens it
create index disputes_order on public.disputes (order_id);
create index disputes_customer on public.disputes (customer_id, created_at desc, id desc);
create index disputes_vendor on public.disputes (vendor_id, created_at desc, id desc);
create index disputes_newest on public.disputes (created_at desc, id desc);
create index disputes_waiting on public.disputes (created_at) where state in ('open', 'answered');
create index disputes_refund on public.disputes (refund_id) where refund_id is not null;

-- == Policies =========================================================================================================
alter table public.disputes enable row level security;
create policy "a dispute is seen by both sides and operators" on public.disputes for select to authenticated
  using (customer_id = (select auth.uid()) or vendor_id in (select app.my_vendor_ids('orders')) or (select app.is_admin()));

-- == Reading ==========================================================================================================
-- {id, order: {id, number, status, branch, currency, payment_method, refundable_minor}, customer: {id, full_name}, kind, text, state, answer, answered_at, outcome,
-- decision_reason, refund_minor, decided_at, created_at}.
create function app.dispute_json(d public.disputes) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select to_jsonb(d) - 'order_id' - 'customer_id' - 'vendor_id' - 'refund_id' || jsonb_build_object(
      'order', jsonb_build_object('id', o.id, 'number', o.number::text, 'status', o.status, 'currency', o.currency, 'payment_method', o.payment_method,
        'refundable_minor', o.paid_minor - o.refunded_minor, 'branch', b.name),
      'customer', jsonb_build_object('id', u.id, 'full_name', u.full_name),
      'refund_minor', (select r.amount_minor from public.refunds r where r.id = d.refund_id))
    from public.orders o join public.branches b on b.id = o.branch_id join public.users u on u.id = o.customer_id where o.id = d.order_id);
end $$;

-- A page of disputes, newest first: {data, next_cursor}. A customer's own, a vendor's, or for an operator all. filter: {state?: open|answered|resolved|
-- undecided, order_id?, limit?, cursor?}. A plan for each scope, for each reads its own index.
create function public.list_disputes(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer', 'vendor_admin', 'admin');
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
  states text[] := case body ->> 'state' when 'undecided' then '{open,answered}' else array[coalesce(body ->> 'state', 'all')] end;
  page jsonb;
begin
  execute format($query$
    select app.page(array_agg(app.dispute_json(d) order by d.created_at desc, d.id desc),
      array_agg(jsonb_build_array(d.created_at, d.id) order by d.created_at desc, d.id desc), $1)
    from (
      select d.* from public.disputes d
      where %s and ($3 = '{all}' or d.state = any ($3)) and ($4 is null or d.order_id = $4) and (d.created_at, d.id) < ($5, $6)
      order by d.created_at desc, d.id desc limit $1 + 1) as d $query$,
    case app.actor_role() when 'customer' then 'd.customer_id = $2' when 'vendor_admin' then 'd.vendor_id in (select app.my_vendor_ids(''orders''))' else 'true' end)
  into page using size, actor, states, (body ->> 'order_id')::uuid, (after ->> 0)::timestamptz, (after ->> 1)::uuid;
  return page;
end $$;

-- == Opening ==========================================================================================================
-- A customer says what is wrong with their own order: {kind, text}. While an earlier one of the order waits, the same words again answer that
-- one (a second tap), and others raise 409 INVALID_TRANSITION with it. Raises 404, and 409 for an order that its branch has not taken yet
-- (that can be cancelled) or that is older than thirty days.
create function public.open_dispute(order_id uuid, dispute jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(dispute);
  actor uuid := app.require_role('customer');
  o public.orders;
  d public.disputes;
begin
  select x.* into o from public.orders x where x.id = open_dispute.order_id and x.customer_id = actor for key share;
  if o.id is null then
    perform app.not_found('The order');
  elsif o.placed_at is null or o.status = 'NEW' or o.created_at < now() - interval '30 days' then
    perform app.fail(409, 'INVALID_TRANSITION', 'A problem is reported once the branch has taken the order, and within thirty days.');
  end if;
  insert into public.disputes (order_id, customer_id, vendor_id, kind, text)
  values (o.id, actor, o.vendor_id, body ->> 'kind', trim(body ->> 'text'))
  on conflict do nothing returning * into d; -- disputes_undecided
  if d.id is null then
    select x.* into d from public.disputes x where x.order_id = o.id and x.state <> 'resolved';
    if d.kind is distinct from body ->> 'kind' or d.text is distinct from trim(body ->> 'text') then
      perform app.fail(409, 'INVALID_TRANSITION', 'An earlier problem with this order is still being looked at.',
        jsonb_build_object('current', app.dispute_json(d)));
    end if;
    return app.dispute_json(d);
  end if;
  perform app.emit('dispute.opened', 'order', o.id, jsonb_build_object('dispute_id', d.id, 'actor_id', actor));
  return app.dispute_json(d);
end $$;

-- == Answering ========================================================================================================
-- The vendor's side of it, once. Raises 404 for another vendor's, 409 INVALID_TRANSITION with the dispute when it is answered or decided.
create function public.answer_dispute(dispute_id uuid, answer text) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('vendor_admin');
  d public.disputes;
begin
  select x.* into d from public.disputes x where x.id = dispute_id and x.vendor_id in (select app.my_vendor_ids('orders')) for update;
  if d.id is null then
    perform app.not_found('The dispute');
  elsif d.state <> 'open' then
    perform app.fail(409, 'INVALID_TRANSITION', 'This has been answered or decided already.', jsonb_build_object('current', app.dispute_json(d)));
  elsif nullif(trim(answer), '') is null then
    perform app.invalid('answer', 'Write an answer.');
  end if;
  update public.disputes x set state = 'answered', answer = trim(answer_dispute.answer), answered_at = now() where x.id = d.id returning * into d;
  perform app.emit('dispute.answered', 'order', d.order_id, jsonb_build_object('dispute_id', d.id, 'actor_id', actor));
  return app.dispute_json(d);
end $$;

-- == Deciding =========================================================================================================
-- An operator decides {outcome: refunded|refused, reason, amount_minor?, to?: wallet|original}; a refund is given in this very transaction, as
-- public.refund_order() gives it. Returns {replayed, body: the dispute}. Raises 404, 409 INVALID_TRANSITION when it is decided already or the order
-- still runs, 400 for more than is left.
create function public.decide_dispute(dispute_id uuid, decision jsonb, idempotency_key uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(decision);
  actor uuid := app.require_role('admin');
  replay jsonb := app.claim_key(actor, idempotency_key, 'dispute.decide.' || dispute_id, body);
  reason text := nullif(trim(body ->> 'reason'), '');
  of_order uuid := (select x.order_id from public.disputes x where x.id = dispute_id);
  was text;
  o public.orders;
  d public.disputes;
  refund jsonb;
begin
  if replay is not null then
    return jsonb_build_object('replayed', true, 'body', replay);
  elsif of_order is null then
    perform app.not_found('The dispute');
  elsif coalesce(body ->> 'outcome', '') not in ('refunded', 'refused') then
    perform app.invalid('outcome', 'Decide refunded or refused.');
  elsif reason is null then
    perform app.invalid('reason', 'Tell both sides why.');
  end if;
  o := app.lock_order(of_order, null);
  select x.* into d from public.disputes x where x.id = dispute_id for update;
  if d.state = 'resolved' then
    perform app.fail(409, 'INVALID_TRANSITION', 'This has been decided already.', jsonb_build_object('current', app.dispute_json(d)));
  end if;
  was := d.state;
  if body ->> 'outcome' = 'refunded' then
    refund := public.refund_order(of_order, jsonb_strip_nulls(jsonb_build_object('amount_minor', body -> 'amount_minor',
      'to', coalesce(body ->> 'to', case o.payment_method when 'card' then 'original' else 'wallet' end), 'reason', reason)),
      gen_random_uuid()) -> 'body'; -- this function's key is the one that counts
  end if;
  update public.disputes x set state = 'resolved', outcome = body ->> 'outcome', decision_reason = reason, refund_id = (refund ->> 'id')::uuid,
    decided_at = now()
  where x.id = d.id returning * into d;
  perform app.emit('dispute.resolved', 'order', d.order_id, jsonb_build_object('dispute_id', d.id, 'actor_id', actor));
  perform app.audit('dispute.' || d.outcome, 'dispute', d.id::text, reason, jsonb_build_object('state', was),
    jsonb_build_object('state', d.state, 'refund_id', d.refund_id, 'order_id', d.order_id));
  return app.answer_key(actor, idempotency_key, app.dispute_json(d));
end $$;

-- == Notifications ====================================================================================================
insert into public.notification_rules (kind, event_type, condition, audience, in_app, push, email, urgent, useful_while) values
  ('dispute_opened', 'dispute.opened', '{}', 'vendor', true, true, 'fallback', false, null),
  ('dispute_answered', 'dispute.answered', '{}', 'customer', true, true, 'fallback', false, null),
  ('dispute_resolved', 'dispute.resolved', '{}', 'customer', true, true, 'always', false, null),
  ('dispute_resolved', 'dispute.resolved', '{}', 'vendor', true, true, 'fallback', false, null);
update public.consumers set event_types = event_types || '{dispute.opened,dispute.answered,dispute.resolved}' where name = 'notifications';

-- == Rights ===========================================================================================================
grant select on public.disputes to authenticated;
grant execute on function public.list_disputes, public.open_dispute, public.answer_dispute, public.decide_dispute to authenticated;
