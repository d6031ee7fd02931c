-- What:  tracking links: a customer lets somebody without an account follow one order, and takes that back.
-- Why:   a link is a right that can be passed on, so it opens no more than the ride: where the order stands, when it comes, where the courier
--        is. Only a hash of its token is kept: who reads this table can follow nobody. A link ends by itself two hours after its order.
-- Back:  supabase/rollbacks/20261101000786_tracking.sql
-- Order: table · the customer's side · the follower's side · forgetting · rights

create table public.tracking_links (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id) on delete cascade,
  token_hash bytea not null unique check (length(token_hash) = 32), -- SHA-256
  created_at timestamptz not null default now()
);
create index tracking_links_order on public.tracking_links (order_id, created_at desc);
create index tracking_links_age on public.tracking_links (created_at);
alter table public.tracking_links enable row level security;

-- When an order ended; null while it runs. Its row will not say: a later refund changes it too.
create function app.ended_at(o public.orders) returns timestamptz language plpgsql stable security definer set search_path = '' as $$
begin
  return case when o.status <> all (app.statuses('active')) then (
    select max(e.at) from public.events e where e.stream_type = 'order' and e.stream_id = o.id and e.type = 'order.status_changed') end;
end $$;

-- == The customer's side ==============================================================================================
-- The caller's own order, locked: two links made at once are counted one after the other. Raises 404 for anybody else's.
create function app.lock_my_order(order_id uuid) returns public.orders language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
  o public.orders;
begin
  select * into o from public.orders x where x.id = order_id and x.customer_id = actor for update;
  if o.id is null then
    perform app.not_found('The order');
  end if;
  return o;
end $$;

-- Makes a link to the caller's running order: {id, token, created_at}. The token (192 random bits) is told this once. The five newest stay.
-- Raises 409 INVALID_TRANSITION for an order that has ended or is not paid yet: there is nothing to follow.
create function public.create_tracking_link(order_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  o public.orders := app.lock_my_order(order_id);
  token text := translate(encode(extensions.gen_random_bytes(24), 'base64'), '+/', '-_');
  made public.tracking_links;
begin
  if o.status <> all (app.statuses('active')) or o.placed_at is null then
    perform app.fail(409, 'INVALID_TRANSITION', 'Only an order on its way can be followed.');
  end if;
  insert into public.tracking_links (order_id, token_hash) values (o.id, sha256(convert_to(token, 'UTF8'))) returning * into made;
  delete from public.tracking_links l where l.id in (
    select x.id from public.tracking_links x where x.order_id = o.id order by (x.id = made.id) desc, x.created_at desc, x.id offset 5);
  return jsonb_build_object('id', made.id, 'token', token, 'created_at', made.created_at);
end $$;

-- The links of the caller's order, newest first, without their tokens: {data: [{id, created_at}], next_cursor: null}.
create function public.list_tracking_links(order_id uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
begin
  if not exists (select from public.orders o where o.id = order_id and o.customer_id = actor) then
    perform app.not_found('The order');
  end if;
  return (
    select jsonb_build_object('next_cursor', null,
      'data', coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'created_at', l.created_at) order by l.created_at desc, l.id), '[]'))
    from public.tracking_links l where l.order_id = list_tracking_links.order_id);
end $$;

-- Ends a link of the caller's order at once. Raises 404 for one that is not, or no more, of this order.
create function public.revoke_tracking_link(order_id uuid, link_id uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  o public.orders := app.lock_my_order(order_id);
begin
  delete from public.tracking_links l where l.id = link_id and l.order_id = o.id;
  if not found then
    perform app.not_found('The link');
  end if;
end $$;

-- == The follower's side ==============================================================================================
-- What a link opens, for anybody who holds it: {status, type, eta_at, scheduled_for, passed: [{status, at}], ended_at, expires_at, vendor:
-- {slug, name}, branch: {name, lat, lng}, neighborhood, courier: {name, vehicle, position}}. No telephone, no door, no price, no goods.
-- A token that is unknown, revoked or expired answers the same 404, and is told apart by nothing that takes time: what is looked up is a hash.
create function public.get_tracking(token text) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  o public.orders;
  ended timestamptz;
  keeps constant interval := '2 hours'; -- long enough to see that it arrived, too short to be forgotten open
begin
  select x.* into o from public.tracking_links l join public.orders x on x.id = l.order_id
  where l.token_hash = sha256(convert_to(token, 'UTF8'));
  ended := app.ended_at(o);
  if o.id is null or ended + keeps <= now() then
    perform app.not_found('This link');
  end if;
  return jsonb_build_object(
    'status', o.status, 'type', o.type, 'eta_at', o.eta_at, 'scheduled_for', o.scheduled_for,
    'passed', (select jsonb_agg(jsonb_build_object('status', coalesce(e.data ->> 'to', 'NEW'), 'at', e.at) order by e.version)
      from public.events e where e.stream_type = 'order' and e.stream_id = o.id and e.type in ('order.created', 'order.status_changed')),
    'ended_at', ended, 'expires_at', ended + keeps,
    'vendor', (select jsonb_build_object('slug', v.slug, 'name', v.name) from public.vendors v where v.id = o.vendor_id),
    'branch', (select jsonb_build_object('name', b.name, 'lat', b.lat, 'lng', b.lng) from public.branches b where b.id = o.branch_id),
    'neighborhood', (select n.name from public.neighborhoods n where n.id = o.neighborhood_id),
    'courier', (select jsonb_build_object('name', split_part(u.full_name, ' ', 1), 'vehicle', c.vehicle,
        'position', app.position_json(c.id, c.shift_started_at))
      from public.couriers c join public.users u on u.id = c.user_id
      where c.id = o.courier_id and o.status in ('PICKED_UP', 'ON_ROUTE'))); -- as long as its customer sees the ride
end $$;

-- == Forgetting =======================================================================================================
-- Deletes links older than 30 days: an order planned ahead ends long before. Returns how many.
create function public.purge_tracking_links() returns int language plpgsql security definer set search_path = '' as $$
declare
  purged int;
begin
  delete from public.tracking_links where created_at < now() - interval '30 days';
  get diagnostics purged = row_count;
  return purged;
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.create_tracking_link, public.list_tracking_links, public.revoke_tracking_link to authenticated;
grant execute on function public.get_tracking to anon, authenticated;
grant execute on function public.purge_tracking_links to service_role;
