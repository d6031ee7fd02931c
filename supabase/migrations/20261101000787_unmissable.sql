-- What:  what happens while nobody answers a new order, and how fast a branch takes orders: as usual, busy, or not at all for a while.
-- Why:   an order that nobody saw is a customer who waits for nothing. Each step is a row that can be made once, so that however many
--        jobs run at once, nobody is called twice; who has seen the order ends the steps. A pause cuts into the opening hours themselves
--        (app.open_windows), so that the shop window, the quote and the order agree, and it ends by the clock without a job.
-- Back:  supabase/rollbacks/20261101000787_unmissable.sql
-- Order: steps · who may see · reading · seen · pace · job · who is told · rights

-- == Steps ============================================================================================================
create table public.order_alarms (
  order_id uuid not null references public.orders (id) on delete cascade,
  step text not null check (step in ('push', 'email', 'pause', 'seen')), -- seen: somebody is there, without an answer yet
  actor_id uuid references public.users (id), -- null: the house
  at timestamptz not null default clock_timestamp(),
  primary key (order_id, step),
  check ((step = 'seen') = (actor_id is not null))
);
create index order_alarms_actor on public.order_alarms (actor_id) where actor_id is not null;

-- When each step of an unanswered order is due, by its branch's settings; at the latest when three, five and eight tenths of the time to
-- confirm are over: a branch that allows three minutes is still called before the order is lost.
create function app.alarm_steps(o public.orders, b public.branches) returns table (step text, due_at timestamptz)
language sql stable as $$
  select s.step, o.placed_at + least(make_interval(mins => s.minutes), s.share * (o.confirm_by - o.placed_at))
  from (values ('push', b.alarm_push_minutes, 0.3), ('email', b.alarm_email_minutes, 0.5), ('pause', b.alarm_pause_minutes, 0.8))
    as s (step, minutes, share)
  where s.minutes is not null
$$;

-- == Who may see ======================================================================================================
alter table public.order_alarms enable row level security;
create policy "an order's alarms are seen by its vendor and operators" on public.order_alarms for select to authenticated
  using ((select app.is_admin()) or exists (
    select from public.orders o where o.id = order_id and o.vendor_id in (select app.my_vendor_ids('orders'))));

-- == Reading ==========================================================================================================
-- The steps an order has taken, oldest first: [{step, at, by}]; by is a first name, null for the house.
create function app.alarms_json(of_order uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('step', a.step, 'at', a.at, 'by', split_part(u.full_name, ' ', 1)) order by a.at, a.step), '[]')
    from public.order_alarms a left join public.users u on u.id = a.actor_id where a.order_id = of_order);
end $$;

-- {order_id, steps} of an order of the caller's vendor, or for an operator of any. Raises 404.
create function public.get_order_alarms(order_id uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  perform app.require_role('vendor_admin', 'admin');
  if not app.can_see_order(get_order_alarms.order_id) then
    perform app.not_found('The order');
  end if;
  return jsonb_build_object('order_id', order_id, 'steps', app.alarms_json(order_id));
end $$;

-- A page of the caller's orders that wait for an answer and have taken a step {limit?, cursor?}, newest first: each {order_id, steps}.
create function public.list_waiting_alarms(filter jsonb) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
begin
  perform app.require_role('vendor_admin');
  return (
    select app.page(array_agg(jsonb_build_object('order_id', w.id, 'steps', app.alarms_json(w.id)) order by w.created_at desc, w.id desc),
      array_agg(jsonb_build_array(w.created_at, w.id) order by w.created_at desc, w.id desc), size)
    from (
      select o.id, o.created_at from public.orders o
      where o.branch_id in (select app.my_branch_ids()) and o.status = 'NEW' and o.placed_at is not null
        and (o.created_at, o.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
        and exists (select from public.order_alarms a where a.order_id = o.id)
      order by o.created_at desc, o.id desc limit size + 1) w);
end $$;

-- Writes a step of an order, once, unless somebody has seen it; tells the board. Returns whether it was written.
create function app.take_alarm_step(o public.orders, to_step text, actor uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.order_alarms (order_id, step, actor_id)
  select o.id, to_step, actor where not exists (select from public.order_alarms a where a.order_id = o.id and a.step = 'seen')
  on conflict do nothing;
  if found then
    perform realtime.send(jsonb_build_object('order_id', o.id, 'step', to_step), 'order.alarm', 'branch:' || o.branch_id, true);
    return true;
  end if;
  return false;
end $$;

-- == Seen =============================================================================================================
-- Somebody at the branch has seen the order: the alarm of it ends, the time to confirm goes on. An order that was answered meanwhile, or
-- seen before, stays as it is. Returns {order_id, steps}; raises 404.
create function public.see_order(order_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('vendor_admin');
  o public.orders := app.lock_order(order_id, null);
begin
  if o.status = 'NEW' then
    perform app.take_alarm_step(o, 'seen', actor);
  end if;
  return jsonb_build_object('order_id', o.id, 'steps', app.alarms_json(o.id));
end $$;

-- == Pace =============================================================================================================
-- Tells the branch's screens that its pace is another one.
create function app.tell_pace(branch uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform realtime.send(jsonb_build_object('branch_id', branch, 'at', clock_timestamp()), 'branch.pace_changed', 'branch:' || branch, true);
end $$;

-- The first opening of the branch's next day; after midnight the evening's day is still today until five. Raises 400 when there is none.
create function app.next_day_opening(branch public.branches) returns timestamptz language plpgsql stable security definer set search_path = '' as $$
declare
  today date := (now() at time zone branch.time_zone - interval '5 hours')::date;
  opens timestamptz := (select min(lower(w)) from app.open_windows(branch.id, today + 1, today + 14) as w where lower(w) > now());
begin
  if opens is null then
    perform app.invalid('until', 'This branch has no opening in the next 14 days.');
  end if;
  return opens;
end $$;

-- Sets how a branch of the caller takes orders: {mode: normal} · {mode: busy, extra_minutes, for_minutes} · {mode: paused, for_minutes} ·
-- {mode: paused, until: 'opening'} (tomorrow's). The last who asks decides. Returns {branch_id, mode, extra_minutes, until, by}; raises 404.
create function public.set_branch_pace(branch_id uuid, pace jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(pace);
  mode text := body ->> 'mode';
  b public.branches;
  ends timestamptz;
begin
  perform app.require_role('vendor_admin');
  select * into b from public.branches x
  where x.id = set_branch_pace.branch_id and x.vendor_id in (select app.my_vendor_ids('orders')) for no key update;
  if b.id is null then
    perform app.not_found('The branch');
  elsif mode is null or mode not in ('normal', 'busy', 'paused') then
    perform app.invalid('mode', 'Choose normal, busy or paused.');
  elsif mode = 'busy' and not app.is_whole(body -> 'extra_minutes', 1, 60) then
    perform app.invalid('extra_minutes', 'A busy kitchen adds 1 to 60 minutes.');
  elsif mode <> 'normal' and (mode = 'busy' or body ->> 'until' is distinct from 'opening') and not app.is_whole(body -> 'for_minutes', 1, 1440) then
    perform app.invalid('for_minutes', 'Say for how long: 1 to 1440 minutes.');
  end if;
  ends := case when mode = 'paused' and body ->> 'until' = 'opening' then app.next_day_opening(b)
    when mode <> 'normal' then now() + make_interval(mins => (body ->> 'for_minutes')::int) end;
  update public.branches x set
    busy_minutes = case mode when 'busy' then (body ->> 'extra_minutes')::int else 0 end,
    busy_until = case mode when 'busy' then ends end,
    paused_until = case mode when 'paused' then ends end,
    paused_by = case mode when 'paused' then 'vendor' end
  where x.id = b.id returning * into b;
  perform app.tell_pace(b.id);
  return jsonb_build_object('branch_id', b.id) || app.pace_json(b);
end $$;

-- == Job ==============================================================================================================
-- Pauses a branch where nobody answers, for an hour: long enough to spare the next customers, short enough that a forgotten tablet does
-- not cost the evening. A longer pause stays.
create function app.pause_unanswered(branch uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  update public.branches b set paused_until = now() + interval '1 hour', paused_by = 'alarm'
  where b.id = branch and (b.paused_until is null or b.paused_until < now() + interval '1 hour');
  if found then
    perform app.tell_pace(branch);
  end if;
end $$;

-- Takes the steps that are due for orders nobody has answered or seen, up to 200 a call; safe to run many at once. Branches are paused in
-- the order of their ids: two runs never wait for each other crosswise. Returns how many of each: {push, email, pause}.
create function public.escalate_unanswered() returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  due record;
  late public.orders;
  taken jsonb := '{"push": 0, "email": 0, "pause": 0}';
begin
  for due in
    select o.id, s.step
    from public.orders o join public.branches b on b.id = o.branch_id cross join lateral app.alarm_steps(o, b) as s
    where o.status = 'NEW' and o.placed_at is not null and o.confirm_by > now() and s.due_at <= now()
      and not exists (select from public.order_alarms a where a.order_id = o.id and a.step in (s.step, 'seen'))
    order by o.branch_id, o.id, s.due_at limit 200
  loop
    select * into late from public.orders o where o.id = due.id and o.status = 'NEW' for update skip locked;
    continue when not found or not app.take_alarm_step(late, due.step, null);
    if due.step = 'pause' then
      perform app.pause_unanswered(late.branch_id);
    end if;
    perform app.emit('order.unanswered', 'order', late.id, jsonb_build_object('step', due.step));
    taken := jsonb_set(taken, array[due.step], to_jsonb((taken ->> due.step)::int + 1));
  end loop;
  return taken;
end $$;

insert into public.scheduled_jobs (name, every) values ('escalate-unanswered', '1 minute');

-- == Who is told ======================================================================================================
insert into public.notification_rules (kind, event_type, condition, audience, in_app, push, email, urgent, useful_while) values
  ('order_unanswered', 'order.unanswered', '{"step": "push"}', 'vendor', true, true, null, true, '{NEW}'),
  ('order_still_unanswered', 'order.unanswered', '{"step": "email"}', 'vendor', false, false, 'always', true, '{NEW}'),
  ('branch_paused', 'order.unanswered', '{"step": "pause"}', 'vendor', true, true, 'always', true, null);
update public.consumers set event_types = event_types || '{order.unanswered}' where name = 'notifications';

-- == Rights ===========================================================================================================
grant select on public.order_alarms to authenticated;
grant execute on function public.get_order_alarms, public.list_waiting_alarms, public.see_order, public.set_branch_pace to authenticated;
grant execute on function public.escalate_unanswered to service_role;
