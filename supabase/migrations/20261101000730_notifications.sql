-- What:  who is told what when, and what they have been told.
-- Why:   the rules are rows, read by the function that applies them and by the API that shows people their choices, so that the two can
--        never disagree. Telling is one transaction an event: however often the queue brings it, nobody is told twice.
-- Back:  supabase/rollbacks/20261101000730_notifications.sql
-- Order: rules · wishes · notifications · what else is an event · whom and of what · telling · rights

-- == Rules ============================================================================================================
create type public.notification_audience as enum (
  'customer', 'vendor', 'courier', -- the sides of an order or branch
  'owner', -- of the wallet
  'applicant',
  'self'); -- the person whose stream it is

create table public.notification_rules (
  kind text not null,
  event_type text not null,
  condition jsonb not null, -- what must hold of the event's facts
  audience public.notification_audience not null,
  in_app boolean not null,
  push boolean not null,
  email text check (email in ('always', 'fallback')), -- fallback: to whom no push comes; null: never
  urgent boolean not null, -- to be acted on now: quiet hours do not hold it back
  useful_while public.order_status[], -- nobody reads it any more when the order has gone on; null: no order to look at
  primary key (kind, event_type, audience, condition)
);
alter table public.notification_rules enable row level security;

insert into public.notification_rules (kind, event_type, condition, audience, in_app, push, email, urgent, useful_while) values
  ('order_placed', 'order.created', '{"at_once": true}', 'vendor', true, true, 'fallback', true, '{NEW}'),
  ('order_placed', 'order.paid', '{}', 'vendor', true, true, 'fallback', true, '{NEW}'),
  ('order_confirmed', 'order.status_changed', '{"to": "CONFIRMED"}', 'customer', true, true, 'fallback', false, '{CONFIRMED,PREPARING}'),
  ('order_rejected', 'order.status_changed', '{"to": "REJECTED"}', 'customer', true, true, 'always', false, null),
  ('order_ready', 'order.status_changed', '{"to": "READY", "type": "pickup"}', 'customer', true, true, 'fallback', false, '{READY}'),
  ('order_ready', 'order.status_changed', '{"to": "READY", "type": "delivery"}', 'courier', true, true, 'fallback', true, '{READY}'),
  ('order_on_route', 'order.status_changed', '{"to": "ON_ROUTE"}', 'customer', true, true, 'fallback', false, '{ON_ROUTE}'),
  ('order_near', 'order.courier_near', '{}', 'customer', true, true, null, false, '{ON_ROUTE}'),
  ('order_delivered', 'order.status_changed', '{"to": "DELIVERED"}', 'customer', true, true, 'always', false, null),
  -- Who cancelled is not told; an operator or the house may have done it for either side.
  ('order_cancelled', 'order.status_changed', '{"to": "CANCELED_BY_USER"}', 'customer', true, true, 'always', false, null),
  ('order_cancelled', 'order.status_changed', '{"to": "CANCELED_BY_VENDOR"}', 'customer', true, true, 'always', false, null),
  ('order_cancelled', 'order.status_changed', '{"to": "CANCELED_BY_USER", "placed": true}', 'vendor', true, true, 'fallback', true, null),
  ('order_cancelled', 'order.status_changed', '{"to": "CANCELED_BY_VENDOR", "actor_role": "admin"}', 'vendor', true, true, 'fallback', true, null),
  ('order_cancelled', 'order.status_changed', '{"to": "CANCELED_BY_USER"}', 'courier', true, true, 'fallback', true, null),
  ('order_cancelled', 'order.status_changed', '{"to": "CANCELED_BY_VENDOR"}', 'courier', true, true, 'fallback', true, null),
  ('courier_assigned', 'order.courier_assigned', '{}', 'courier', true, true, 'fallback', true, '{CONFIRMED,PREPARING,READY}'),
  ('refund', 'order.refunded', '{"status": "succeeded"}', 'customer', true, true, 'always', false, null), -- not before it is given back
  ('wallet_credit', 'wallet.credited', '{"kind": "transfer"}', 'owner', true, true, 'always', false, null),
  ('wallet_credit', 'wallet.credited', '{"kind": "adjustment"}', 'owner', true, true, 'always', false, null),
  ('low_stock', 'stock.fell_low', '{}', 'vendor', true, true, 'fallback', false, null),
  ('webhook_stopped', 'webhook.endpoint_disabled', '{}', 'vendor', true, true, 'always', false, null),
  ('paper_refused', 'application.paper_refused', '{}', 'applicant', true, true, 'always', false, null),
  ('application_decided', 'application.decided', '{}', 'applicant', true, true, 'always', false, null),
  ('test', 'notification.test_requested', '{}', 'self', false, true, null, true, null);

insert into public.consumers (name, handler, event_types, ordered)
select 'notifications', 'public.notify_of', array_agg(distinct r.event_type), true from public.notification_rules r;
-- A mail server may be away for an hour: twelve retries, ten minutes apart at the most, outlast it.
insert into public.consumers (name, event_types, retries) values
  ('push', '{notification.push_requested}', 3),
  ('email', '{notification.email_requested}', 12);

-- == Wishes ===========================================================================================================
-- What a person chose for a kind, where it is not the rule's.
create table public.notification_preferences (
  user_id uuid not null references public.users (id) on delete cascade,
  kind text not null,
  in_app boolean not null,
  push boolean not null,
  email boolean not null, -- as the rule has it, or never
  primary key (user_id, kind)
);
alter table public.notification_preferences enable row level security;

create table public.notification_settings (
  user_id uuid primary key references public.users (id) on delete cascade,
  quiet_from time,
  quiet_to time,
  unsubscribe_token bytea not null default extensions.gen_random_bytes(24), -- goes out in e-mails: it can stop them and nothing else
  check ((quiet_from is null) = (quiet_to is null)),
  check (quiet_from <> quiet_to)
);
create unique index notification_settings_token on public.notification_settings (sha256(unsubscribe_token));
alter table public.notification_settings enable row level security;

-- A browser that takes pushes, and for whom.
create table public.push_subscriptions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  endpoint text not null unique check (length(endpoint) between 10 and 1000),
  p256dh text not null check (length(p256dh) between 80 and 100),
  auth text not null check (length(auth) between 16 and 40),
  device text check (length(device) between 1 and 60), -- "Chrome · Android", from what the browser says of itself; null: nothing known
  created_at timestamptz not null default clock_timestamp(), -- since when it is this person's
  used_at timestamptz not null default clock_timestamp() -- when a push reached it, or its person was there
);
create index push_subscriptions_user on public.push_subscriptions (user_id, used_at);
alter table public.push_subscriptions enable row level security;

-- == Notifications ====================================================================================================
create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  kind text not null,
  audience public.notification_audience not null, -- as whom they were told
  event_id bigint not null, -- of the outbox, which forgets sooner
  in_app boolean not null,
  data jsonb not null, -- what it is about: ids, numbers, names of shops and goods, nothing about a person
  created_at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  unique (event_id, user_id, kind)
);
create index notifications_newest on public.notifications (user_id, created_at desc, id desc) where in_app;
create index notifications_unread on public.notifications (user_id) where in_app and read_at is null;
create index notifications_user on public.notifications (user_id);
alter table public.notifications enable row level security;

create type public.notification_channel as enum ('push', 'email');

-- What was to go out beside the bell, and what became of it.
create table public.notification_deliveries (
  notification_id uuid not null references public.notifications (id) on delete cascade,
  channel public.notification_channel not null,
  state text not null default 'due' check (state in (
    'due', 'sent',
    'skipped', -- not wanted any more, or nobody would read it any more
    'gone')), -- no browser takes it
  due_at timestamptz not null,
  attempts int not null default 0,
  reached uuid[] not null default '{}', -- subscriptions that have it: a later try leaves them in peace
  sent_at timestamptz,
  primary key (notification_id, channel),
  check ((state = 'sent') = (sent_at is not null))
);
alter table public.notification_deliveries enable row level security;

-- == What else is an event ============================================================================================
-- Counted stock has fallen to five or below: said once, when it crosses the line.
create function app.emit_low_stock() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform app.emit('stock.fell_low', 'branch', new.branch_id,
    jsonb_build_object('product_id', new.product_id, 'quantity', new.quantity, 'actor_id', auth.uid()));
  return null;
end $$;
create trigger branch_stock_falls_low after update on public.branch_stock for each row
  when (old.quantity > 5 and new.quantity <= 5) execute function app.emit_low_stock();

create function app.emit_decision() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform app.emit('application.decided', 'application', new.id, jsonb_build_object('decision', new.status, 'actor_id', new.decided_by));
  return null;
end $$;
create trigger vendor_applications_are_decided after update on public.vendor_applications for each row
  when (old.status = 'pending' and new.status <> 'pending') execute function app.emit_decision();

-- An operator found a paper unfit, or says something else of it: its applicant can send another before the application is decided.
create function app.emit_refused_paper() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform app.emit('application.paper_refused', 'application', new.application_id,
    jsonb_build_object('paper_id', new.id, 'paper', new.kind, 'actor_id', new.marked_by));
  return null;
end $$;
create trigger application_papers_are_refused after update on public.application_papers for each row
  when (not new.fine and (old.fine, old.remark) is distinct from (new.fine, new.remark)) execute function app.emit_refused_paper();

-- Orders whose courier has come close: of two positions at once, one says so.
create table public.courier_approaches (
  order_id uuid primary key references public.orders (id) on delete cascade,
  at timestamptz not null default clock_timestamp()
);
alter table public.courier_approaches enable row level security;

create function app.emit_near() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  near record;
begin
  for near in
    select o.id from public.orders o
    where o.courier_id = new.courier_id and o.status = 'ON_ROUTE' and app.distance_m(o.address_lat, o.address_lng, new.lat, new.lng) <= 500
    order by o.id
  loop
    insert into public.courier_approaches (order_id) values (near.id) on conflict do nothing;
    if found then
      perform app.emit('order.courier_near', 'order', near.id, jsonb_build_object('courier_id', new.courier_id));
    end if;
  end loop;
  return null;
end $$;
create trigger courier_locations_come_near after insert on public.courier_locations for each row
  when (new.order_id is not null and coalesce(new.accuracy, 0) <= 500) execute function app.emit_near();

-- == Whom and of what =================================================================================================
-- What an event is about, as its notifications keep it, and what rules ask beside the event's own data.
create function app.notification_subject(e public.outbox_events, out subject jsonb, out facts jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  subject := '{}';
  if e.stream_type = 'order' then
    select jsonb_build_object('order_id', o.id, 'number', o.number::text, 'type', o.type, 'vendor', v.name)
        || case e.type when 'order.refunded' then jsonb_build_object('amount_minor', e.data -> 'amount_minor') else '{}' end,
      jsonb_build_object('type', o.type, 'placed', o.placed_at is not null, 'at_once', o.placed_at = o.created_at)
    into subject, facts from public.orders o join public.vendors v on v.id = o.vendor_id where o.id = e.stream_id;
  elsif e.stream_type = 'wallet' then
    subject := jsonb_build_object('amount_minor', e.data -> 'amount_minor');
  elsif e.stream_type = 'branch' then
    select jsonb_build_object('branch_id', b.id, 'branch', b.name, 'product_id', p.id, 'product', p.name, 'quantity', e.data -> 'quantity')
    into subject from public.branches b join public.products p on p.vendor_id = b.vendor_id
    where b.id = e.stream_id and p.id = (e.data ->> 'product_id')::uuid;
  elsif e.stream_type = 'webhook' then
    subject := (select jsonb_build_object('host', substring(w.url from '^https?://([^/:?#]+)')) from public.webhook_endpoints w where w.id = e.stream_id);
  elsif e.stream_type = 'application' then
    subject := jsonb_build_object('application_id', e.stream_id) || case e.type
      when 'application.decided' then jsonb_build_object('decision', e.data -> 'decision')
      else jsonb_build_object('paper_id', e.data -> 'paper_id', 'paper', e.data -> 'paper') end;
  end if;
  facts := e.data || coalesce(facts, '{}');
end $$;

-- The people on one side of an event. A courier is the one the event names: the order may have gone to another since.
create function app.audience_of(side public.notification_audience, e public.outbox_events) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select case side
      when 'customer' then (select o.customer_id from public.orders o where o.id = e.stream_id)
      when 'courier' then (
        select c.user_id from public.couriers c
        where c.active and c.id = case when e.data ? 'courier_id' then (e.data ->> 'courier_id')::uuid
          else (select o.courier_id from public.orders o where o.id = e.stream_id) end)
      when 'owner' then (select w.customer_id from public.store_credit_wallets w where w.id = e.stream_id)
      when 'applicant' then (select a.applicant_id from public.vendor_applications a where a.id = e.stream_id)
      when 'self' then e.stream_id
    end where side <> 'vendor'
    union all
    select m.user_id from public.vendor_members m join public.users u on u.id = m.user_id
    where side = 'vendor' and u.role = 'vendor_admin' and m.active and (m.role = 'owner' or e.stream_type = 'order') and m.vendor_id = coalesce(
      (select o.vendor_id from public.orders o where e.stream_type = 'order' and o.id = e.stream_id),
      (select b.vendor_id from public.branches b where e.stream_type = 'branch' and b.id = e.stream_id),
      (e.data ->> 'vendor_id')::uuid);
end $$;

-- == Telling ==========================================================================================================
-- How a person wants a rule's kind: their own choice, else the rule's. `email` is always, fallback or null.
create function app.wish_of(person uuid, rule public.notification_rules, out in_app boolean, out push boolean, out email text)
language plpgsql stable security definer set search_path = '' as $$
declare
  chosen public.notification_preferences;
begin
  select * into chosen from public.notification_preferences p where p.user_id = person and p.kind = rule.kind;
  in_app := coalesce(chosen.in_app, rule.in_app);
  push := coalesce(chosen.push, rule.push);
  email := case when coalesce(chosen.email, true) then rule.email end;
end $$;

-- When a person may next be disturbed, from `at` on. Quiet hours are Istanbul's and may cross midnight.
create function app.quiet_until(person uuid, at timestamptz) returns timestamptz language plpgsql stable security definer set search_path = '' as $$
declare
  quiet public.notification_settings;
  here timestamp := at at time zone 'Europe/Istanbul';
  ends timestamp;
  asleep boolean;
begin
  select * into quiet from public.notification_settings s where s.user_id = person and s.quiet_from is not null;
  asleep := case
    when quiet.quiet_from < quiet.quiet_to then here::time >= quiet.quiet_from and here::time < quiet.quiet_to
    else here::time >= quiet.quiet_from or here::time < quiet.quiet_to end;
  if asleep then
    ends := here::date + quiet.quiet_to;
    return (ends + case when ends <= here then interval '1 day' else interval '0' end) at time zone 'Europe/Istanbul';
  end if;
  return at;
end $$;

-- Has a notification sent by a channel, when its reader may be disturbed. Asking twice is asking once.
create function app.request_delivery(n public.notifications, by_channel public.notification_channel, urgent boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  due timestamptz := case when urgent then clock_timestamp() else app.quiet_until(n.user_id, clock_timestamp()) end;
begin
  insert into public.notification_deliveries (notification_id, channel, due_at) values (n.id, by_channel, due) on conflict do nothing;
  if found then
    perform app.emit('notification.' || by_channel || '_requested', 'notification', n.id, '{}', due);
  end if;
end $$;

-- Tells everybody whom an event of the outbox concerns, except who did it: in the app at once, by push and e-mail as each wants it.
-- Returns how many people were told; 0 for an event that was told before.
create function public.notify_of(event_id bigint) returns int language plpgsql security definer set search_path = '' as $$
declare
  e public.outbox_events;
  about record;
  rule public.notification_rules;
  person uuid;
  wish record;
  pushed boolean;
  mailed boolean;
  n public.notifications;
  told int := 0;
begin
  select * into e from public.outbox_events x where x.id = notify_of.event_id;
  if e.id is null or not app.consume('notifications', e.id) then
    return 0;
  end if;
  about := app.notification_subject(e);
  for rule in select * from public.notification_rules r where r.event_type = e.type and about.facts @> r.condition loop
    for person in
      select p from app.audience_of(rule.audience, e) as p where p is not null and p is distinct from (e.data ->> 'actor_id')::uuid
    loop
      wish := app.wish_of(person, rule);
      pushed := wish.push and exists (select from public.push_subscriptions s where s.user_id = person);
      mailed := coalesce(wish.email = 'always' or (wish.email = 'fallback' and not pushed), false);
      continue when not (wish.in_app or pushed or mailed);
      insert into public.notifications (user_id, kind, audience, event_id, in_app, data)
      values (person, rule.kind, rule.audience, e.id, wish.in_app, about.subject)
      on conflict do nothing returning * into n;
      continue when not found;
      told := told + 1;
      if n.in_app then
        perform realtime.send(jsonb_build_object('id', n.id, 'kind', n.kind, 'audience', n.audience, 'data', n.data, 'created_at', n.created_at),
          'notification.created', 'user:' || person, true);
      end if;
      if pushed then
        perform app.request_delivery(n, 'push', rule.urgent);
      end if;
      if mailed then
        perform app.request_delivery(n, 'email', rule.urgent);
      end if;
    end loop;
  end loop;
  return told;
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.notify_of to service_role;
