-- What:  couriers, each of one vendor, their shifts and their trail of positions.
-- Why:   a position is personal: it is seen by the order's customer, the vendor, the courier and operators, and only while it
--        concerns them (policies on courier_locations are with the orders they depend on).
-- Back:  supabase/rollbacks/20261101000500_couriers.sql
-- Order: tables · policies · rights

create type public.shift_status as enum ('online', 'offline');
create type public.vehicle as enum ('scooter', 'bicycle', 'car', 'on_foot');

create table public.couriers (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null unique references public.users (id) on delete cascade,
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  shift_status public.shift_status not null default 'offline',
  shift_started_at timestamptz,
  vehicle public.vehicle not null default 'scooter',
  active boolean not null default true, -- a courier who left keeps their history and can take nothing
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((shift_status = 'online') = (shift_started_at is not null))
);
create index couriers_vendor on public.couriers (vendor_id, shift_status);

-- The trail, kept 30 days. `order_id` is the order on the way when the position was taken.
create table public.courier_locations (
  id bigint generated always as identity primary key,
  courier_id uuid not null references public.couriers (id) on delete cascade,
  order_id uuid,
  lat float8 not null check (lat between -90 and 90),
  lng float8 not null check (lng between -180 and 180),
  accuracy real check (accuracy >= 0), -- metres
  heading real check (heading >= 0 and heading <= 360), -- degrees from north
  speed real check (speed >= 0), -- metres a second
  manual boolean not null default false, -- a check-in by hand, when the phone gives no position
  at timestamptz not null default now()
);
create index courier_locations_latest on public.courier_locations (courier_id, at desc);
create index courier_locations_order on public.courier_locations (order_id, at desc);
create index courier_locations_age on public.courier_locations (at);

alter table public.couriers enable row level security;
alter table public.courier_locations enable row level security;
create policy "couriers see themselves, vendors their own, operators all" on public.couriers for select to authenticated
  using (user_id = (select auth.uid()) or vendor_id in (select app.my_vendor_ids('orders')) or (select app.is_admin()));

-- The caller's courier id, or null.
create function app.my_courier_id() returns uuid language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select c.id from public.couriers c join public.users u on u.id = c.user_id
    where c.user_id = (select auth.uid()) and u.role = 'courier' and c.active);
end $$;

grant select on public.couriers, public.courier_locations to authenticated;
grant execute on function app.my_courier_id to anon, authenticated;
