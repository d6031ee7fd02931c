-- What:  the facts of a branch that lists, quotes and orders decide by: when it is open, whom it serves, what a ride costs
--        and how long it takes.
-- Why:   one answer everywhere: the shop window, the quote and the order may never disagree on an hour, a zone or a fee.
-- Back:  supabase/rollbacks/20261101000410_catalog_branches.sql
-- Order: hours · zone · fee and ride
--
-- Nothing here is granted to a client: the functions are called from inside others, and those without a `set` clause are
-- written in SQL so that the planner folds them into the caller's query. Those asked once a row keep their plan
-- (`plan_cache_mode`) even inside a list that is planned anew each time: 0.03 ms a call instead of 0.3 ms.

-- == Hours ============================================================================================================
-- The windows that begin on the dates from_date … to_date of the branch's own calendar, as instants. A special day replaces
-- its weekday's hours; closing at or before opening runs past midnight; `24:00` is the day's end. A window that a clock
-- change swallows is left out, and so is what a pause covers. The dates are an array, of which the planner expects ten: of
-- generate_series() it expects a thousand, and reads the hours of every branch there is.
create function app.open_windows(branch uuid, from_date date, to_date date) returns setof tstzrange
language sql stable as $$
  select tstzrange(greatest(opens_at, paused_until), closes_at)
  from (
    select b.paused_until, (day + coalesce(s.opens, h.opens)) at time zone b.time_zone as opens_at,
      (day + coalesce(s.closes, h.closes) + case when coalesce(s.closes, h.closes) <= coalesce(s.opens, h.opens) then interval '1 day'
        else interval '0' end) at time zone b.time_zone as closes_at
    from public.branches b
      cross join unnest(array(select generate_series(from_date::timestamp, to_date::timestamp, interval '1 day'))) as day
      left join public.branch_special_days s on s.branch_id = b.id and s.date = day::date
      left join public.branch_hours h on h.branch_id = b.id and h.weekday = extract(dow from day)::smallint and s.date is null
    where b.id = branch) as days
  where opens_at < closes_at and (paused_until is null or paused_until < closes_at)
$$;

-- Open or not at an instant; when it next opens (null while open, or when it stays shut for 14 days); when the present
-- opening ends (null while shut, or when it does not end within 7 days). Adjoining windows are one opening.
create type app.opening as (is_open boolean, opens_at timestamptz, closes_at timestamptz);

create function app.opening(branch uuid, at timestamptz) returns app.opening
language plpgsql stable set search_path = '' set plan_cache_mode = auto as $$
declare
  today date;
  stretch tstzrange;
begin
  select (at at time zone b.time_zone)::date into today from public.branches b where b.id = branch;
  select opening into stretch
  from (select unnest(range_agg(w)) as opening from app.open_windows(branch, today - 1, today + 14) as w) as openings
  where upper(opening) > at and lower(opening) <= at + interval '14 days'
  order by opening limit 1;
  if stretch is null then
    return row(false, null, null)::app.opening;
  elsif lower(stretch) <= at then
    return row(true, null, case when upper(stretch) <= at + interval '7 days' then upper(stretch) end)::app.opening;
  end if;
  return row(false, lower(stretch), null)::app.opening;
end $$;

-- Those of some branches that are open at an instant: in a window that began today by their own calendar, or yesterday and
-- runs past midnight. Asking for all branches of a list at once takes a third of the time of asking for each.
create function app.open_branches(branches uuid[], at timestamptz) returns setof uuid
language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select b.id
    from public.branches b
      cross join lateral (select (at at time zone b.time_zone)::date as today) as calendar
      cross join lateral app.open_windows(b.id, today - 1, today) as w
    where b.id = any (branches) and w @> at;
end $$;

create function app.is_open(branch uuid, at timestamptz) returns boolean language sql stable as $$
  select exists (select from app.open_branches(array[branch], at))
$$;

-- The first open instant from `after` on: `after` itself while open, null when there is none within 14 days.
create function app.next_opening(branch uuid, after timestamptz) returns timestamptz
language plpgsql stable set search_path = '' set plan_cache_mode = auto as $$
declare
  today date;
begin
  select (after at time zone b.time_zone)::date into today from public.branches b where b.id = branch;
  return (
    select min(greatest(lower(w), after)) from app.open_windows(branch, today - 1, today + 14) as w
    where upper(w) > after and lower(w) <= after + interval '14 days');
end $$;

-- == Zone =============================================================================================================
-- Whether the branch delivers to a point. The box refuses nearly every far point before a ring is read.
create function app.serves(b public.branches, lat float8, lng float8) returns boolean
language sql stable as $$
  select b.accepts_delivery and b.zone_box @> point(lng, lat) and app.point_in_zone(b.zone, lat, lng)
$$;

-- A square zone reaching `metres` from a point to each side: what a new branch starts with.
create function app.zone_around(lat float8, lng float8, metres float8) returns jsonb
language sql immutable as $$
  select jsonb_build_object('type', 'Polygon', 'coordinates', jsonb_build_array(jsonb_build_array(
    jsonb_build_array(west, south), jsonb_build_array(east, south), jsonb_build_array(east, north),
    jsonb_build_array(west, north), jsonb_build_array(west, south))))
  from (
    select round(greatest(lng - dx, -180)::numeric, 6) as west, round(least(lng + dx, 180)::numeric, 6) as east,
      round(greatest(lat - dy, -90)::numeric, 6) as south, round(least(lat + dy, 90)::numeric, 6) as north
    from (select metres / 111320 as dy, metres / (111320 * greatest(cos(radians(lat)), 0.01)) as dx) as reach) as sides
$$;

-- == Fee and ride =====================================================================================================
-- The delivery fee in minor units. By zone: the base. By distance: the base and so much a kilometre of great circle, summed
-- exactly over whole metres and rounded up to 50 kuruş, as coins are counted at the door. Nothing from the free threshold on.
create function app.delivery_fee(b public.branches, lat float8, lng float8, subtotal_minor bigint) returns bigint
language sql stable as $$
  select case
    when subtotal_minor >= b.free_delivery_from_minor then 0
    when b.fee_policy = 'zone' then b.fee_base_minor
    else (1000 * b.fee_base_minor + b.fee_per_km_minor * round(app.distance_m(b.lat, b.lng, lat, lng))::bigint + 49999) / 50000 * 50
  end
$$;

-- What an order takes to prepare now: the branch's usual time, and what a busy kitchen adds while it is busy.
create function app.prep_minutes(b public.branches) returns int
language sql stable as $$
  select least(240, b.prep_minutes + case when b.busy_until > now() then b.busy_minutes else 0 end)
$$;

-- Minutes from the branch's door to the customer's: streets are some 1.3 times the straight line, a scooter in traffic makes
-- 20 km/h (333 m a minute), and finding the door takes 3 minutes.
create function app.ride_minutes(b public.branches, lat float8, lng float8) returns int
language sql stable as $$
  select ceil(1.3 * app.distance_m(b.lat, b.lng, lat, lng) / (20000 / 60.0) + 3)::int
$$;
