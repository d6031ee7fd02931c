-- What:  how much a branch's kitchen can make in a quarter of an hour, what orders have taken of it, and the times that are left.
-- Why:   ten coffees and ten kebabs are not the same: room is counted in minutes of work. It is taken in the order's transaction under the
--        branch's lock, so that of two who want the last of it one gets it. A branch without a number of hands takes orders without limit.
-- Back:  supabase/rollbacks/20261101000782_capacity.sql
-- Order: tables · room · slots · rights

-- == Tables ===========================================================================================================
-- Minutes of work an order has in a quarter of an hour of its branch's kitchen; gone when it ends unhappily.
create table public.kitchen_reservations (
  order_id uuid not null references public.orders (id) on delete cascade,
  branch_id uuid not null references public.branches (id) on delete cascade,
  slot timestamptz not null check (slot = date_bin('15 minutes', slot, timestamptz 'epoch')),
  minutes int not null check (minutes > 0),
  primary key (order_id, slot)
);
create index kitchen_reservations_branch on public.kitchen_reservations (branch_id, slot);
create index kitchen_reservations_age on public.kitchen_reservations (slot);

alter table public.kitchen_reservations enable row level security;
-- Read through functions only.

-- == Room =============================================================================================================
-- The quarters of an hour that so much work takes when it must be ready at a time: the last is the one that ends then or holds that moment,
-- full ones go before it, and what is left over comes first.
create function app.kitchen_share(hands int, work int, ready timestamptz, out first_slot timestamptz, out last_slot timestamptz, out first_minutes int)
language sql immutable as $$
  select last_one - (quarters - 1) * interval '15 minutes', last_one, work - (quarters - 1) * hands * 15
  from (select date_bin('15 minutes', ready - interval '1 microsecond', timestamptz 'epoch') as last_one, greatest(1, ceil(work / (hands * 15.0)))::int as quarters) q
$$;

-- Whether the branch's kitchen has room for so much work that must be ready at a time. Work of several quarters needs all but the first whole,
-- and begins now or later.
create function app.kitchen_takes(branch public.branches, work int, ready timestamptz) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  share record;
begin
  if branch.kitchen_hands is null or work = 0 then
    return true;
  end if;
  share := app.kitchen_share(branch.kitchen_hands, work, ready);
  return (share.first_slot = share.last_slot or share.first_slot >= date_bin('15 minutes', now(), timestamptz 'epoch'))
    and not exists (select from public.kitchen_reservations k where k.branch_id = branch.id and k.slot > share.first_slot and k.slot <= share.last_slot)
    and share.first_minutes + coalesce((select sum(k.minutes) from public.kitchen_reservations k
      where k.branch_id = branch.id and k.slot = share.first_slot), 0) <= branch.kitchen_hands * 15;
end $$;

-- Takes the room of an order that app.quote() found. The branch is locked.
create function app.reserve_kitchen(branch public.branches, o public.orders, work int) returns void
language plpgsql security definer set search_path = '' as $$
declare
  share record;
begin
  if branch.kitchen_hands is null or work = 0 then
    return;
  end if;
  share := app.kitchen_share(branch.kitchen_hands, work, o.eta_at - make_interval(mins => o.ride_minutes));
  insert into public.kitchen_reservations (order_id, branch_id, slot, minutes)
  select o.id, branch.id, slot, case slot when share.first_slot then share.first_minutes else branch.kitchen_hands * 15 end
  from generate_series(share.first_slot, share.last_slot, interval '15 minutes') as slot;
end $$;

-- == Slots ============================================================================================================
-- When a branch could hand over an order of `make_minutes` of work: {branch_id, earliest, days: [{date, slots}]}, each slot a quarter of an hour up
-- to seven days ahead, dates of the branch's own calendar. wish: {make_minutes?, lat?, lng?}: with a point the ride there counts. Raises 404.
create function public.list_slots(branch_id uuid, wish jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(wish);
  branch public.branches := app.public_branch(list_slots.branch_id);
  work int := least(greatest(coalesce((body ->> 'make_minutes')::int, 1), 0), 1000000);
  ride int := case when body ->> 'lat' is not null and body ->> 'lng' is not null
    then app.ride_minutes(branch, (body ->> 'lat')::float8, (body ->> 'lng')::float8) else 0 end;
  slots timestamptz[];
begin
  -- A minute's grace, so that the first is not gone by the time it is sent.
  slots := array(select app.free_slots(branch, now() + make_interval(mins => branch.prep_minutes + ride + 1), work, ride) order by 1);
  return jsonb_build_object('branch_id', branch.id, 'earliest', slots[1], 'days', (
    select coalesce(jsonb_agg(jsonb_build_object('date', day, 'slots', day_slots) order by day), '[]')
    from (select (slot at time zone branch.time_zone)::date as day, jsonb_agg(slot order by slot) as day_slots from unnest(slots) as slot group by 1) days));
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.list_slots to anon, authenticated;
