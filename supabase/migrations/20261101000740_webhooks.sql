-- What:  webhooks: a vendor's own systems are told of its orders, signed, in order, with a log that can be sent again.
-- Why:   what is sent is fixed in the transaction that consumes the event; the sending itself is the queue's work, so that a receiver
--        that is slow, down or hostile holds up nothing but its own deliveries.
-- Back:  supabase/rollbacks/20261101000740_webhooks.sql
-- Order: tables · who may see · what is sent · sending · endpoints · the log · consumers · rights

-- == Tables ===========================================================================================================
create function app.webhook_secret() returns text language sql volatile as $$
  select 'kgwh_' || encode(extensions.gen_random_bytes(32), 'hex')
$$;

create table public.webhook_endpoints (
  id uuid primary key default gen_random_uuid(),
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  url text not null check (length(url) <= 2000 and url ~ '^(https://|http://(localhost|127\.0\.0\.1)[:/])'), -- plain only in tests, to ourselves
  description text not null default '' check (length(description) <= 100),
  event_types text[] not null check (cardinality(event_types) > 0
    and event_types <@ '{order.created,order.status_changed,order.courier_assigned,order.refunded}'),
  secret text not null default app.webhook_secret(), -- as it is: it must sign
  previous_secret text,
  previous_secret_until timestamptz,
  enabled boolean not null default true,
  disabled_reason text check (disabled_reason in ('BY_VENDOR', 'TOO_MANY_FAILURES')),
  failures_in_a_row int not null default 0 check (failures_in_a_row >= 0),
  created_at timestamptz not null default now(),
  check (enabled = (disabled_reason is null)),
  check ((previous_secret is null) = (previous_secret_until is null))
);
create index webhook_endpoints_vendor on public.webhook_endpoints (vendor_id, created_at, id);

create table public.webhook_deliveries (
  id uuid primary key default gen_random_uuid(), -- what receivers know a repeat by
  endpoint_id uuid not null references public.webhook_endpoints (id) on delete cascade,
  event_id bigint, -- of the outbox, which forgets sooner; null for a ping
  type text not null,
  payload text not null, -- the very bytes that are signed
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts int not null default 0,
  last_status int,
  last_error text,
  response_excerpt text check (length(response_excerpt) <= 1024),
  duration_ms int,
  requested_at timestamptz not null default clock_timestamp(), -- when the queue was last asked to send it
  created_at timestamptz not null default clock_timestamp(),
  delivered_at timestamptz,
  unique (endpoint_id, event_id),
  check ((state = 'delivered') = (delivered_at is not null))
);
create index webhook_deliveries_newest on public.webhook_deliveries (endpoint_id, created_at desc, id desc);
create index webhook_deliveries_state on public.webhook_deliveries (endpoint_id, state, created_at desc, id desc);
create index webhook_deliveries_age on public.webhook_deliveries (created_at);

-- == Who may see ======================================================================================================
-- Through the functions below only: a secret is in the row.
alter table public.webhook_endpoints enable row level security;
alter table public.webhook_deliveries enable row level security;

-- An endpoint the caller may read: a member of its vendor, or an operator. Raises 404.
create function app.seen_webhook_endpoint(endpoint uuid) returns public.webhook_endpoints language plpgsql stable security definer set search_path = '' as $$
declare
  e public.webhook_endpoints;
begin
  perform app.require_role('vendor_admin', 'admin');
  select * into e from public.webhook_endpoints w where w.id = endpoint and (w.vendor_id in (select app.my_vendor_ids()) or app.is_admin());
  if e.id is null then
    perform app.not_found('The webhook endpoint');
  end if;
  return e;
end $$;

-- An endpoint the caller may change, locked: a member of its vendor. Raises 404.
create function app.own_webhook_endpoint(endpoint uuid) returns public.webhook_endpoints language plpgsql security definer set search_path = '' as $$
declare
  e public.webhook_endpoints;
begin
  perform app.require_role('vendor_admin');
  select * into e from public.webhook_endpoints w where w.id = endpoint and w.vendor_id in (select app.my_vendor_ids()) for no key update;
  if e.id is null then
    perform app.not_found('The webhook endpoint');
  end if;
  return e;
end $$;

-- An endpoint as the API shows it, never with its secret.
create function app.webhook_endpoint_json(e public.webhook_endpoints) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object('id', e.id, 'vendor_id', e.vendor_id, 'url', e.url, 'description', e.description, 'event_types', e.event_types,
    'enabled', e.enabled, 'disabled_reason', e.disabled_reason, 'failures_in_a_row', e.failures_in_a_row, 'created_at', e.created_at,
    'previous_secret_until', case when e.previous_secret_until > now() then e.previous_secret_until end,
    'last_delivery', (select jsonb_build_object('type', d.type, 'state', d.state, 'at', coalesce(d.delivered_at, d.requested_at))
      from public.webhook_deliveries d where d.endpoint_id = e.id order by d.created_at desc, d.id desc limit 1));
end $$;

create function app.webhook_delivery_json(d public.webhook_deliveries) returns jsonb language sql immutable as $$
  select to_jsonb(d) - 'event_id' - 'requested_at'
$$;

-- == What is sent =====================================================================================================
-- An order as a vendor's systems see it: what was ordered, what it costs and where it stands. No telephone, no address.
create function app.webhook_order(o public.orders) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'id', o.id, 'number', o.number::text, 'status', o.status, 'type', o.type, 'version', o.version, 'branch_id', o.branch_id,
    'customer', (select jsonb_build_object('full_name', u.full_name) from public.users u where u.id = o.customer_id),
    'courier_id', o.courier_id,
    'items', (select jsonb_agg(jsonb_build_object('line', i.line, 'product_id', i.product_id, 'name', i.name, 'quantity', i.quantity,
        'refunded_quantity', i.refunded_quantity, 'unit_price_minor', i.unit_price_minor, 'line_total_minor', i.line_total_minor,
        'options', i.options, 'note', i.note) order by i.line)
      from public.order_items i where i.order_id = o.id),
    'subtotal_minor', o.subtotal_minor, 'delivery_fee_minor', o.delivery_fee_minor, 'discount_minor', o.discount_minor, 'tip_minor', o.tip_minor,
    'total_minor', o.total_minor, 'paid_minor', o.paid_minor, 'refunded_minor', o.refunded_minor, 'currency', o.currency,
    'payment_method', o.payment_method, 'payment_status', o.payment_status, 'note', o.note, 'prep_minutes', o.prep_minutes,
    'scheduled_for', o.scheduled_for, 'eta_at', o.eta_at, 'end_reason', o.end_reason, 'created_at', o.created_at, 'updated_at', o.updated_at);
end $$;

-- Asks the queue to send a delivery. Those of one endpoint are a stream: it hears of things in the order in which they happened.
create function app.request_webhook(d public.webhook_deliveries) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform app.emit('webhook.delivery_requested', 'webhook', d.endpoint_id, jsonb_build_object('delivery_id', d.id));
end $$;

create function app.write_webhook(endpoint uuid, of_event bigint, of_type text, at timestamptz, data jsonb) returns public.webhook_deliveries
language plpgsql security definer set search_path = '' as $$
declare
  delivery uuid := gen_random_uuid();
  d public.webhook_deliveries;
begin
  insert into public.webhook_deliveries (id, endpoint_id, event_id, type, payload)
  values (delivery, endpoint, of_event, of_type, json_build_object('id', delivery, 'type', of_type, 'created_at', at, 'data', data)::text)
  returning * into d;
  perform app.request_webhook(d);
  return d;
end $$;

-- The consumer 'webhooks': writes what each endpoint that wants to know of an order's event will be sent. Returns how many.
create function app.fan_out_webhooks(outbox_event bigint) returns int language plpgsql security definer set search_path = '' as $$
declare
  e public.outbox_events;
  o public.orders;
  told text; -- the event's type, as receivers know it
  change jsonb;
  endpoint uuid;
  written int := 0;
begin
  if not app.consume('webhooks', outbox_event) then
    return 0;
  end if;
  select * into e from public.outbox_events x where x.id = outbox_event;
  select * into o from public.orders x where x.id = e.stream_id;
  -- A card order comes into being for its branch when it is paid: nobody there knows of it before.
  if o.placed_at is null or (e.type = 'order.created' and o.payment_method = 'card' and o.total_minor > 0) then
    return 0;
  end if;
  told := case e.type when 'order.paid' then 'order.created' else e.type end;
  select jsonb_object_agg(facts.key, facts.value) into change from jsonb_each(e.data) as facts
  where facts.key in ('version', 'actor_role', 'from', 'to', 'reason', 'prep_minutes', 'courier_id', 'refund_id', 'amount_minor', 'status');
  for endpoint in
    select w.id from public.webhook_endpoints w where w.vendor_id = o.vendor_id and w.enabled and told = any (w.event_types) order by w.id for key share
  loop
    perform app.write_webhook(endpoint, e.id, told, e.created_at, jsonb_build_object('order', app.webhook_order(o), 'change', change));
    written := written + 1;
  end loop;
  return written;
end $$;

-- == Sending ==========================================================================================================
-- What to send now: {url, type, payload, secrets}, the newest secret first. Null: it was delivered, or its endpoint is gone or off.
create function public.begin_webhook_delivery(delivery_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  d public.webhook_deliveries;
  e public.webhook_endpoints;
begin
  select * into d from public.webhook_deliveries x where x.id = delivery_id;
  select * into e from public.webhook_endpoints x where x.id = d.endpoint_id;
  if d.id is null or d.state = 'delivered' then
    return null;
  elsif not e.enabled and d.type <> 'ping' then -- a ping may ask whether it is well again
    update public.webhook_deliveries set state = 'failed', last_error = 'ENDPOINT_DISABLED' where id = d.id;
    return null;
  end if;
  return jsonb_build_object('url', e.url, 'type', d.type, 'payload', d.payload,
    'secrets', case when e.previous_secret_until > now() then jsonb_build_array(e.secret, e.previous_secret) else jsonb_build_array(e.secret) end);
end $$;

-- Notes how a try ended: {status?, error?, lasting?, excerpt?, duration_ms}. Without an error it is delivered. It has failed when the queue
-- tries no more, or at once when the error is lasting. The twentieth failure in a row switches the endpoint off and tells its vendor.
create function public.finish_webhook_delivery(delivery_id uuid, outcome jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(outcome);
  failed boolean := body ->> 'error' is not null;
  e public.webhook_endpoints;
  d public.webhook_deliveries;
begin
  -- Endpoint before delivery, as deleting one does.
  select * into e from public.webhook_endpoints x where x.id = (select y.endpoint_id from public.webhook_deliveries y where y.id = delivery_id) for no key update;
  update public.webhook_deliveries x set
    attempts = x.attempts + 1,
    state = case
      when not failed then 'delivered'
      when coalesce((body ->> 'lasting')::boolean, false)
        or x.attempts >= (select c.retries from public.consumers c where c.name = 'webhook_deliveries') then 'failed'
      else 'pending' end,
    delivered_at = case when not failed then clock_timestamp() end,
    last_status = (body ->> 'status')::int, last_error = body ->> 'error', response_excerpt = left(body ->> 'excerpt', 1024),
    duration_ms = (body ->> 'duration_ms')::int
  where x.id = delivery_id returning * into d;
  if d.state = 'delivered' then
    update public.webhook_endpoints set failures_in_a_row = 0 where id = e.id and failures_in_a_row > 0;
  elsif d.state = 'failed' and d.type <> 'ping' then
    update public.webhook_endpoints set failures_in_a_row = failures_in_a_row + 1 where id = e.id;
    if e.enabled and e.failures_in_a_row + 1 >= 20 then
      update public.webhook_endpoints set enabled = false, disabled_reason = 'TOO_MANY_FAILURES' where id = e.id;
      perform app.emit('webhook.endpoint_disabled', 'webhook', e.id, jsonb_build_object('endpoint_id', e.id, 'vendor_id', e.vendor_id));
    end if;
  end if;
end $$;

-- == Endpoints ========================================================================================================
-- The endpoints of the caller's vendor, oldest first: {data}. An operator says whose ({vendor_id}).
create function public.list_webhook_endpoints(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('vendor_admin', 'admin');
  asked uuid := (app.body(filter) ->> 'vendor_id')::uuid;
  vendor uuid;
begin
  if app.is_admin() then
    if asked is null then
      perform app.invalid('vendor_id', 'Say whose webhooks.');
    end if;
    vendor := asked;
  elsif asked is null then
    vendor := app.my_vendor(null);
  elsif asked in (select app.my_vendor_ids()) then
    vendor := asked;
  else
    perform app.not_found('The vendor');
  end if;
  return (select jsonb_build_object('data', coalesce(jsonb_agg(app.webhook_endpoint_json(e) order by e.created_at, e.id), '[]'))
    from public.webhook_endpoints e where e.vendor_id = vendor);
end $$;

-- Makes an endpoint of the caller's vendor: {url, description?, event_types}. Returns it with `secret`, which is shown this once.
-- Raises 400 VALIDATION_ERROR past 10 endpoints.
create function public.create_webhook_endpoint(endpoint jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(endpoint);
  vendor uuid := app.my_vendor(null);
  made public.webhook_endpoints;
begin
  perform from public.vendors x where x.id = vendor for no key update; -- of two at once, one counts the other
  if (select count(*) from public.webhook_endpoints w where w.vendor_id = vendor) >= 10 then
    perform app.invalid('url', 'A vendor can have 10 webhook endpoints.');
  end if;
  insert into public.webhook_endpoints (vendor_id, url, description, event_types)
  values (vendor, body ->> 'url', coalesce(body ->> 'description', ''), array(select jsonb_array_elements_text(body -> 'event_types')))
  returning * into made;
  return app.webhook_endpoint_json(made) || jsonb_build_object('secret', made.secret);
end $$;

-- Changes an endpoint's {url?, description?, event_types?, enabled?}. Switched on again, its failures count from nought. Raises 404.
create function public.update_webhook_endpoint(endpoint_id uuid, patch jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(patch);
  e public.webhook_endpoints := app.own_webhook_endpoint(endpoint_id);
  turned_on boolean := (body ->> 'enabled')::boolean;
begin
  update public.webhook_endpoints set
    url = coalesce(body ->> 'url', url),
    description = coalesce(body ->> 'description', description),
    event_types = case when body ? 'event_types' then array(select jsonb_array_elements_text(body -> 'event_types')) else event_types end,
    enabled = coalesce(turned_on, enabled),
    disabled_reason = case when turned_on then null when not turned_on then coalesce(disabled_reason, 'BY_VENDOR') else disabled_reason end,
    failures_in_a_row = case when turned_on and not enabled then 0 else failures_in_a_row end
  where id = e.id returning * into e;
  return app.webhook_endpoint_json(e);
end $$;

-- Deletes an endpoint and its log. Raises 404.
create function public.delete_webhook_endpoint(endpoint_id uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  e public.webhook_endpoints := app.own_webhook_endpoint(endpoint_id);
begin
  delete from public.webhook_endpoints where id = e.id;
end $$;

-- Gives an endpoint a new secret; for 24 hours deliveries are signed with both. Returns it with `secret`. Raises 404.
create function public.rotate_webhook_secret(endpoint_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  e public.webhook_endpoints := app.own_webhook_endpoint(endpoint_id);
begin
  update public.webhook_endpoints set previous_secret = secret, previous_secret_until = now() + interval '24 hours', secret = app.webhook_secret()
  where id = e.id returning * into e;
  return app.webhook_endpoint_json(e) || jsonb_build_object('secret', e.secret);
end $$;

-- Sends an endpoint a ping by the way that everything takes. Returns the delivery. Raises 404, 409 INVALID_TRANSITION while one is on its way.
create function public.ping_webhook_endpoint(endpoint_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  e public.webhook_endpoints := app.own_webhook_endpoint(endpoint_id);
begin
  if exists (
    select from public.webhook_deliveries d where d.endpoint_id = e.id and d.type = 'ping' and d.state = 'pending' and d.requested_at > now() - interval '1 hour') then
    perform app.fail(409, 'INVALID_TRANSITION', 'A test is on its way already.');
  end if;
  return app.webhook_delivery_json(app.write_webhook(e.id, null, 'ping', clock_timestamp(), '{}'));
end $$;

-- == The log ==========================================================================================================
-- A page of an endpoint's deliveries {state?, limit?, cursor?}, newest first. Raises 404.
create function public.list_webhook_deliveries(endpoint_id uuid, filter jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.webhook_endpoints := app.seen_webhook_endpoint(endpoint_id);
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
begin
  return (
    select app.page(array_agg(app.webhook_delivery_json(d) order by d.created_at desc, d.id desc),
      array_agg(jsonb_build_array(d.created_at, d.id) order by d.created_at desc, d.id desc), size)
    from (
      select x.* from public.webhook_deliveries x
      where x.endpoint_id = e.id and (body ->> 'state' is null or x.state = body ->> 'state')
        and (x.created_at, x.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
      order by x.created_at desc, x.id desc limit size + 1) d);
end $$;

-- Sends a delivery again, the same id and payload, with a new signature. Returns it. Raises 404, 409 INVALID_TRANSITION while it is on its way or its
-- endpoint is off. What has been on its way for an hour was lost with its worker.
create function public.replay_webhook_delivery(delivery_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  e public.webhook_endpoints := app.own_webhook_endpoint((select d.endpoint_id from public.webhook_deliveries d where d.id = delivery_id));
  d public.webhook_deliveries;
begin
  update public.webhook_deliveries x set state = 'pending', delivered_at = null, attempts = 0, requested_at = clock_timestamp()
  where x.id = delivery_id and (e.enabled or x.type = 'ping') and (x.state <> 'pending' or x.requested_at < now() - interval '1 hour')
  returning * into d;
  if d.id is null then
    perform app.fail(409, 'INVALID_TRANSITION', 'This delivery is on its way already, or its endpoint is switched off.');
  end if;
  perform app.request_webhook(d);
  return app.webhook_delivery_json(d);
end $$;

-- Deletes deliveries older than 30 days. Returns how many.
create function public.purge_webhook_deliveries() returns int language plpgsql security definer set search_path = '' as $$
declare
  purged int;
begin
  delete from public.webhook_deliveries where created_at < now() - interval '30 days';
  get diagnostics purged = row_count;
  return purged;
end $$;

-- == Consumers ========================================================================================================
insert into public.consumers (name, handler, event_types, ordered) values
  ('webhooks', 'app.fan_out_webhooks', '{order.created,order.paid,order.status_changed,order.courier_assigned,order.refunded}', true);
-- Somebody else's system needs longer than our own to come back: about 4 minutes over three retries.
insert into public.consumers (name, event_types, ordered, first_retry) values
  ('webhook_deliveries', '{webhook.delivery_requested}', true, '30 seconds');

-- == Rights ===========================================================================================================
grant execute on function public.list_webhook_endpoints, public.create_webhook_endpoint, public.update_webhook_endpoint, public.delete_webhook_endpoint,
  public.rotate_webhook_secret, public.ping_webhook_endpoint, public.list_webhook_deliveries, public.replay_webhook_delivery to authenticated;
grant execute on function public.begin_webhook_delivery, public.finish_webhook_delivery, public.purge_webhook_deliveries to service_role;
