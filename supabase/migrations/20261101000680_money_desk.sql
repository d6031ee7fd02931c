-- What:  the operator's desk for money: the trial balance, sagas that need somebody, what providers sent and nobody could place.
-- Why:   at three in the morning one page must say whether every lira is where it belongs, and offer the way on where one is not.
-- Back:  supabase/rollbacks/20261101000680_money_desk.sql
-- Order: overview · sagas · provider events · rights

-- {currency, trial_balance: [{kind, balance_minor, accounts}], sum_minor, sagas, webhooks, adjustments_awaiting, findings}. The balances are
-- summed from the entries, not read from the accounts: this page checks the ledger, it does not believe it.
create function public.money_overview() returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  perform app.require_role('admin');
  return (
    with balances as (
      select a.kind, coalesce(sum(e.amount_minor), 0) as balance_minor, count(distinct a.id) as accounts
      from public.ledger_accounts a left join public.ledger_entries e on e.account_id = a.id group by a.kind)
    select jsonb_build_object('currency', 'TRY', 'sum_minor', sum(balance_minor),
      'trial_balance', jsonb_agg(to_jsonb(balances) order by kind),
      'sagas', (select jsonb_build_object('running', count(*) filter (where state in ('running', 'waiting')), 'stuck', count(*) filter (where state = 'stuck'))
        from public.sagas where state in ('running', 'waiting', 'stuck')),
      'webhooks', (select jsonb_build_object('unmatched', count(*) filter (where state = 'unmatched'), 'refused', count(*) filter (where state = 'refused'))
        from public.provider_events where state in ('unmatched', 'refused')),
      'adjustments_awaiting', (select count(*) from public.wallet_adjustments where status = 'awaiting'),
      'findings', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id::text, 'kind', f.kind, 'payment_id', f.payment_id,
          'order', case when o.id is not null then jsonb_build_object('id', o.id, 'number', o.number::text) end,
          'amount_minor', f.amount_minor, 'outcome', f.outcome, 'at', f.at) order by f.id desc), '[]')
        from (select * from public.money_findings order by id desc limit 20) f left join public.orders o on o.id = f.order_id))
    from balances);
end $$;

-- == Sagas ============================================================================================================
create function app.saga_json(s public.sagas) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (select to_jsonb(s) - 'subject_id' - 'leased_until' || jsonb_build_object('currency', 'TRY', 'amount_minor', coalesce(r.card_minor, p.amount_minor),
      'order', case when o.id is not null then jsonb_build_object('id', o.id, 'number', o.number::text) end)
    from (select 1) as one
    left join public.payments p on p.id = s.subject_id
    left join public.refunds r on r.id = s.subject_id
    left join public.orders o on o.id = coalesce(p.order_id, r.order_id));
end $$;

-- A page of sagas {state?, limit?, cursor?}, newest first.
create function public.list_sagas(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
begin
  perform app.require_role('admin');
  return (
    select app.page(array_agg(app.saga_json(s) order by s.created_at desc, s.id desc),
      array_agg(jsonb_build_array(s.created_at, s.id) order by s.created_at desc, s.id desc), size)
    from (
      select x.* from public.sagas x
      where (body ->> 'state' is null or x.state = (body ->> 'state')::public.saga_state)
        and (x.created_at, x.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
      order by x.created_at desc, x.id desc limit size + 1) s);
end $$;

-- Helps a saga on as an operator. `retry`: its step is due now. `compensate`: a payment is given up at the provider; a refund that the
-- provider refused goes into the customer's wallet instead. Raises 404, 409 INVALID_TRANSITION for one that has ended or, to compensate,
-- for a refund that the provider has not refused and may still pay.
create function public.act_on_saga(saga_id uuid, action text) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  s public.sagas;
  was public.sagas;
  r public.refunds;
  o public.orders;
begin
  perform app.require_role('admin');
  select x.* into o from public.orders x where x.id = (
    select f.order_id from public.refunds f join public.sagas y on y.subject_id = f.id where y.id = saga_id) for update; -- the house's order: order first
  select f.* into r from public.refunds f where f.id = (select y.subject_id from public.sagas y where y.id = saga_id) for update;
  select * into s from public.sagas where id = saga_id for update;
  was := s;
  if s.id is null then
    perform app.not_found('The saga');
  elsif s.state in ('done', 'compensated') then
    perform app.fail(409, 'INVALID_TRANSITION', 'This has ended already.', jsonb_build_object('current', app.saga_json(s)));
  elsif action = 'retry' then
    update public.refunds set status = 'pending' where id = r.id and status = 'failed';
    update public.sagas set state = 'running', attempts = 0, next_run_at = now(), leased_until = null, updated_at = now() where id = s.id;
  elsif action <> 'compensate' then
    perform app.invalid('action', 'Choose retry or compensate.');
  elsif s.kind = 'card_payment' then
    update public.sagas set state = 'running', step = 'cancel', attempts = 0, next_run_at = now(), leased_until = null, updated_at = now() where id = s.id;
  elsif s.state <> 'stuck' or r.status <> 'failed' then -- stuck for want of an answer, it may have been paid
    perform app.fail(409, 'INVALID_TRANSITION', 'The provider may still pay this refund. Try again until it says that it does not.', jsonb_build_object('current', app.saga_json(s)));
  else
    perform app.post_transfer('refund_to_wallet', r.id, array[app.account('refunds_due'), app.account('wallet', o.customer_id)],
      array[-r.card_minor, r.card_minor], o.id, r.reason);
    update public.refunds set wallet_minor = amount_minor, card_minor = 0, target = 'wallet', status = 'succeeded' where id = r.id returning * into r;
    update public.sagas set state = 'running' where id = s.id; -- step_saga ends what runs
    perform app.end_refund(o, r, 'compensated');
  end if;
  select * into s from public.sagas where id = saga_id;
  perform app.audit(case action when 'retry' then 'saga.retried' else 'saga.compensated' end, 'saga', s.id::text, null,
    jsonb_build_object('state', was.state, 'step', was.step, 'last_error', was.last_error),
    jsonb_build_object('state', s.state, 'step', s.step, 'last_error', s.last_error));
  return app.saga_json(s);
end $$;

-- == Provider events ==================================================================================================
-- A page of what providers sent {state?, limit?, cursor?}, newest first; what was sent itself stays in the database.
create function public.list_provider_events(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  below bigint := coalesce((app.read_cursor(body ->> 'cursor', 'number') ->> 0)::bigint, 9223372036854775807);
begin
  perform app.require_role('admin');
  return (
    select app.page(array_agg(jsonb_build_object('id', e.id::text, 'provider', e.provider, 'provider_event_id', e.provider_event_id, 'type', e.type,
      'state', e.state, 'error', e.error, 'received_at', e.received_at) order by e.id desc), array_agg(jsonb_build_array(e.id) order by e.id desc), size)
    from (
      select x.* from public.provider_events x where x.id < below and (body ->> 'state' is null or x.state = body ->> 'state')
      order by x.id desc limit size + 1) e);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.money_overview, public.list_sagas, public.act_on_saga, public.list_provider_events to authenticated;
