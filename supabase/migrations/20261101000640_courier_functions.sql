-- What:  what couriers and their vendor do: accounts, shifts, tasks, positions.
-- Why:   a courier is made by their vendor only, moves only what was given to them, and is seen only while it matters.
-- Back:  supabase/rollbacks/20261101000640_courier_functions.sql
-- Order: vendor's side · courier's side · rights

-- == Vendor's side ====================================================================================================
create function app.courier_json(c public.couriers) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'user_id', c.user_id, 'full_name', u.full_name, 'email', u.email, 'phone', u.phone,
    'shift_status', c.shift_status, 'vehicle', c.vehicle, 'active', c.active,
    'active_orders', (select count(*) from public.orders o
      where o.courier_id = c.id and o.status in ('CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE')),
    'last_position', case when c.shift_status = 'online' then app.position_json(c.id, c.shift_started_at) end)
  from public.users u where u.id = c.user_id
$$;

-- The couriers of the caller's vendors, by name; of one vendor where `vendor_id` names it, as an operator must:
-- {data: [{id, user_id, full_name, email, phone, shift_status, vehicle, active, active_orders, last_position}]}. Another's vendor is 404.
create function public.list_vendor_couriers(vendor_id uuid default null) returns jsonb language plpgsql stable set search_path = '' as $$
declare
  actor uuid := app.require_role('vendor_admin', 'admin');
begin
  if app.is_admin() and vendor_id is null then
    perform app.invalid('vendor_id', 'Say whose couriers.');
  elsif not app.is_admin() and vendor_id is not null and vendor_id not in (select app.my_vendor_ids('orders')) then
    perform app.not_found('The vendor');
  end if;
  return (select jsonb_build_object('next_cursor', null, 'data', coalesce(
      jsonb_agg(app.courier_json(c) order by c.active desc, app.courier_json(c) ->> 'full_name' collate app.turkish), '[]'))
    from public.couriers c
    where c.vendor_id = list_vendor_couriers.vendor_id
      or (list_vendor_couriers.vendor_id is null and c.vendor_id in (select app.my_vendor_ids('orders'))));
end $$;

-- Makes a courier of the caller's vendor, with an account that can sign in at once: {email, full_name, password, phone?, vehicle?}.
create function public.create_courier(person jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(person);
  vendor uuid := app.my_vendor(null, 'branches');
  made public.couriers;
  account uuid;
begin
  if length(body ->> 'password') not between 8 and 72 then
    perform app.invalid('password', 'Choose a password of 8 to 72 characters.');
  end if;
  account := app.create_account(body ->> 'email', body ->> 'password', body ->> 'full_name', body ->> 'phone');
  update public.users set role = 'courier' where id = account;
  insert into public.couriers (user_id, vendor_id, vehicle)
  values (account, vendor, coalesce(body ->> 'vehicle', 'scooter')::public.vehicle)
  returning * into made;
  return app.courier_json(made);
end $$;

-- Changes a courier of the caller's vendor: {active}. One who carries an order cannot be let go (409 COURIER_BUSY).
create function public.update_courier(courier_id uuid, patch jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(patch);
  actor uuid := app.require_role('vendor_admin');
  stays boolean;
  c public.couriers;
begin
  select * into c from public.couriers x where x.id = courier_id and x.vendor_id in (select app.my_vendor_ids('branches')) for update;
  stays := coalesce((body ->> 'active')::boolean, c.active);
  if c.id is null then
    perform app.not_found('The courier');
  elsif not stays and (app.courier_json(c) ->> 'active_orders')::int > 0 then
    perform app.fail(409, 'COURIER_BUSY', 'This courier still has orders. Give them to another courier first.');
  end if;
  update public.couriers set active = stays, updated_at = now(),
    shift_status = case when stays then shift_status else 'offline' end,
    shift_started_at = case when stays then shift_started_at end
  where id = c.id returning * into c;
  return app.courier_json(c);
end $$;

-- == Courier's side ===================================================================================================
-- The calling courier's own row, locked. Raises 401, 403, and 403 for a courier who was let go.
create function app.lock_my_courier() returns public.couriers language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('courier');
  c public.couriers;
begin
  select * into c from public.couriers where user_id = actor and active for update;
  if c.id is null then
    perform app.fail(403, 'FORBIDDEN', 'Your vendor has closed this courier account.');
  end if;
  return c;
end $$;

create function app.shift_json(c public.couriers) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'shift_status', c.shift_status, 'shift_started_at', c.shift_started_at, 'vehicle', c.vehicle,
    'vendor', (select jsonb_build_object('id', v.id, 'slug', v.slug, 'name', v.name) from public.vendors v where v.id = c.vendor_id))
$$;

-- Starts or ends the caller's shift: {action: start|end, vehicle?}. Doing it twice is once. A courier with an order on the road cannot end (409 COURIER_BUSY).
create function public.set_courier_shift(shift jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(shift);
  c public.couriers := app.lock_my_courier();
  starts boolean := body ->> 'action' = 'start';
begin
  if not starts and exists (select from public.orders o where o.courier_id = c.id and o.status in ('PICKED_UP', 'ON_ROUTE')) then
    perform app.fail(409, 'COURIER_BUSY', 'You still have an order on the road. Deliver it first.');
  end if;
  update public.couriers set
    shift_status = case when starts then 'online' else 'offline' end::public.shift_status,
    shift_started_at = case when starts then coalesce(shift_started_at, now()) end,
    vehicle = coalesce((body ->> 'vehicle')::public.vehicle, vehicle),
    updated_at = now()
  where id = c.id returning * into c;
  return app.shift_json(c);
end $$;

-- The caller's shift and what they carry, oldest first: {shift, data: [order]}.
create function public.list_courier_tasks() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('courier');
  c public.couriers;
begin
  select * into c from public.couriers where user_id = actor and active;
  if c.id is null then
    perform app.fail(403, 'FORBIDDEN', 'Your vendor has closed this courier account.');
  end if;
  return jsonb_build_object('shift', app.shift_json(c), 'next_cursor', null, 'data', (
    select coalesce(jsonb_agg(app.order_json(o) order by o.created_at, o.id), '[]') from public.orders o
    where o.courier_id = c.id and o.status in ('CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE')));
end $$;

-- Takes the caller's position {lat, lng, accuracy?, heading?, speed?, order_id?, manual?, trail?} and shows it to those it concerns: the customers
-- whose orders are on the road. `trail` is what was measured while nothing could be sent: it completes the trail and is shown to nobody as
-- if it were now. Raises 422 COURIER_OFFLINE off shift, 404 for an order that is not theirs.
create function public.report_position(report jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(report);
  actor uuid := app.require_role('courier');
  c public.couriers;
  o record;
  on_the_road uuid;
begin
  select * into c from public.couriers where user_id = actor and active;
  if c.id is null or c.shift_status = 'offline' then
    perform app.fail(422, 'COURIER_OFFLINE', 'Start your shift first.');
  elsif body ->> 'order_id' is not null and not exists (
    select from public.orders x where x.id = (body ->> 'order_id')::uuid and x.courier_id = c.id) then
    perform app.not_found('The order');
  end if;
  if jsonb_typeof(body -> 'trail') = 'array' then
    -- By how long ago, not by a phone's clock, which may be minutes off. What is there within a second came with a try whose answer was lost.
    insert into public.courier_locations (courier_id, order_id, lat, lng, accuracy, heading, speed, at)
    select c.id, (select x.id from public.orders x where x.id = t.order_id and x.courier_id = c.id), t.lat, t.lng, t.accuracy, t.heading, t.speed, taken.at
    from jsonb_to_recordset(body -> 'trail') as t (lat float8, lng float8, accuracy real, heading real, speed real, seconds_ago float8, order_id uuid)
    cross join lateral (select now() - make_interval(secs => t.seconds_ago) as at) taken
    where taken.at between c.shift_started_at and now() and not exists (
      select from public.courier_locations l
      where l.courier_id = c.id and l.at between taken.at - interval '1 second' and taken.at + interval '1 second');
  end if;
  on_the_road := (select x.id from public.orders x
    where x.courier_id = c.id and x.status in ('PICKED_UP', 'ON_ROUTE')
    order by (x.id = (body ->> 'order_id')::uuid) desc nulls last, x.updated_at limit 1);
  insert into public.courier_locations (courier_id, order_id, lat, lng, accuracy, heading, speed, manual)
  values (c.id, on_the_road, (body ->> 'lat')::float8, (body ->> 'lng')::float8, (body ->> 'accuracy')::real, (body ->> 'heading')::real,
    (body ->> 'speed')::real, coalesce((body ->> 'manual')::boolean, false));
  for o in select x.id, x.version from public.orders x where x.courier_id = c.id and x.status in ('PICKED_UP', 'ON_ROUTE') loop
    perform realtime.send(jsonb_build_object('order_id', o.id, 'version', o.version, 'lat', (body ->> 'lat')::float8, 'lng', (body ->> 'lng')::float8,
      'heading', (body ->> 'heading')::real, 'accuracy', (body ->> 'accuracy')::real, 'at', now()), 'courier.position', 'order:' || o.id, true);
  end loop;
end $$;

-- == Rights ===========================================================================================================
grant execute on function app.courier_json to authenticated;
grant execute on function public.list_vendor_couriers, public.create_courier, public.update_courier, public.set_courier_shift,
  public.list_courier_tasks, public.report_position to authenticated;
