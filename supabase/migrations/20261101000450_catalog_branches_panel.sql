-- What:  what a vendor does to its branches: place, zone, hours, fees, minimum, times, the switch; and how it shows itself above them.
-- Why:   a branch is saved whole in one transaction: hours and special days are replaced with it, under its lock and version.
-- Back:  supabase/rollbacks/20261101000450_catalog_branches_panel.sql
-- Order: shape · hours · checks · functions · profile · rights

-- == Shape ============================================================================================================
-- How a branch takes orders right now; a pause or a rush that is over is none.
create function app.pace_json(b public.branches) returns jsonb language sql stable as $$
  select case
    when b.paused_until > now() then jsonb_build_object('mode', 'paused', 'extra_minutes', 0, 'until', b.paused_until, 'by', b.paused_by)
    when b.busy_until > now() then jsonb_build_object('mode', 'busy', 'extra_minutes', b.busy_minutes, 'until', b.busy_until, 'by', 'vendor')
    else jsonb_build_object('mode', 'normal', 'extra_minutes', 0, 'until', null, 'by', null) end
$$;

-- {id, vendor_id, name, district_id, district, city, address_text, phone, lat, lng, zone, time_zone, active, accepts_delivery,
-- accepts_pickup, handover_code_required, prep_minutes, confirm_minutes, minimum_order_minor, fee_policy, fee_base_minor, fee_per_km_minor,
-- free_delivery_from_minor, kitchen_hands, alarm_push_minutes, alarm_email_minutes, alarm_pause_minutes, currency, hours, special_days, is_open,
-- opens_at, closes_at, pace: {mode: normal|busy|paused, extra_minutes, until, by}, version, created_at, updated_at}.
create function app.branch_json(b public.branches) returns jsonb language sql stable as $$
  select to_jsonb(b) - 'zone_box' || to_jsonb(app.opening(b.id, now())) || jsonb_build_object(
    'pace', app.pace_json(b), 'district', d.name, 'city', c.name, 'currency', 'TRY', 'hours', app.hours_json(b.id), 'special_days', app.special_days_json(b.id))
  from public.districts d join public.cities c on c.id = d.city_id where d.id = b.district_id
$$;

-- == Hours ============================================================================================================
-- Replaces a branch's weekly hours by [{weekday, opens, closes}]. Raises 400 on `hours` for windows of one day that overlap.
create function app.set_hours(branch uuid, hours jsonb) returns void language plpgsql as $$
begin
  if jsonb_array_length(hours) > 42 then
    perform app.invalid('hours', 'A day can have six opening windows.');
  elsif exists (select from jsonb_array_elements(hours) as h where (h ->> 'opens')::time = time '24:00') then
    perform app.invalid('hours', 'A day can be opened until 24:00, not from then on.');
  elsif exists (
    select from (
      select opens, lag(case when closes <= opens then time '24:00' else closes end) over (partition by weekday order by opens) as last_closed
      from (
        select (h ->> 'weekday')::int as weekday, (h ->> 'opens')::time as opens, (h ->> 'closes')::time as closes
        from jsonb_array_elements(hours) as h) as windows) as days
    where opens <= last_closed) then
    perform app.invalid('hours', 'Two opening windows of one day touch or overlap.');
  end if;
  delete from public.branch_hours where branch_id = branch;
  insert into public.branch_hours (branch_id, weekday, opens, closes)
  select branch, (h ->> 'weekday')::smallint, (h ->> 'opens')::time, (h ->> 'closes')::time from jsonb_array_elements(hours) as h;
end $$;

-- Replaces a branch's special days by [{date, closed, opens?, closes?, note?}]. Raises 400 on `special_days`.
create function app.set_special_days(branch uuid, days jsonb) returns void language plpgsql as $$
begin
  if jsonb_array_length(days) > 100 then
    perform app.invalid('special_days', 'A branch can keep 100 special days.');
  elsif (select count(*) <> count(distinct (d ->> 'date')::date) from jsonb_array_elements(days) as d) then
    perform app.invalid('special_days', 'A date is listed twice.');
  elsif exists (
    select from jsonb_array_elements(days) as d
    where (d ->> 'closed')::boolean is distinct from (d ->> 'opens' is null) or (d ->> 'closed')::boolean <> (d ->> 'closes' is null)
      or (d ->> 'opens')::time = time '24:00') then
    perform app.invalid('special_days', 'A special day is either closed or has both hours.');
  end if;
  delete from public.branch_special_days where branch_id = branch;
  insert into public.branch_special_days (branch_id, date, closed, opens, closes, note)
  select branch, (d ->> 'date')::date, (d ->> 'closed')::boolean, (d ->> 'opens')::time, (d ->> 'closes')::time, coalesce(d ->> 'note', '')
  from jsonb_array_elements(days) as d;
end $$;

-- == Checks ===========================================================================================================
-- A zone as it can be stored: Polygon or MultiPolygon, closed rings of 4 to 500 points. Raises 400 on `zone`.
create function app.check_zone(zone jsonb) returns void language plpgsql as $$
begin
  if not app.is_zone(zone) or octet_length(zone::text) > 100000 then
    perform app.invalid('zone', 'Draw the zone as closed rings of 4 to 500 points.');
  end if;
end $$;

-- Raises 400 on `district_id` for a district that does not exist.
create function app.check_district(district int) returns void language plpgsql as $$
begin
  if not exists (select from public.districts d where d.id = district) then
    perform app.invalid('district_id', 'There is no such district.');
  end if;
end $$;

-- == Functions ========================================================================================================
-- The caller's branches {data: [branch without its zone], next_cursor: null}, oldest first; a vendor has 50 at most.
create function public.list_vendor_branches(vendor_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  vendor uuid := app.my_vendor(list_vendor_branches.vendor_id, 'orders');
begin
  return (
    select jsonb_build_object('next_cursor', null,
      'data', coalesce(jsonb_agg(app.branch_json(b) - 'zone' order by b.created_at, b.id), '[]'))
    from public.branches b where b.vendor_id = vendor);
end $$;

create function public.get_vendor_branch(branch_id uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  present public.branches;
begin
  perform app.require_role('vendor_admin');
  select b.* into present from public.branches b where b.id = branch_id and b.vendor_id in (select app.my_vendor_ids('orders'));
  if present.id is null then
    perform app.not_found('The branch');
  end if;
  return app.branch_json(present);
end $$;

-- Makes a branch of {name, district_id, address_text, lat, lng, vendor_id?} and any field update_branch takes. Without a zone it
-- delivers some 1.5 km around; it is hidden until `active` is set.
create function public.create_branch(body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  vendor uuid := app.my_vendor((given ->> 'vendor_id')::uuid, 'branches');
  made public.branches;
begin
  perform from public.vendors v where v.id = vendor for no key update; -- two at once cannot both be the fiftieth
  if (select count(*) from public.branches b where b.vendor_id = vendor) >= 50 then
    perform app.invalid('name', 'A vendor can have 50 branches.');
  end if;
  perform app.check_district((given ->> 'district_id')::int);
  insert into public.branches (vendor_id, name, district_id, address_text, lat, lng, zone, active)
  values (vendor, given ->> 'name', (given ->> 'district_id')::int, given ->> 'address_text', (given ->> 'lat')::float8,
    (given ->> 'lng')::float8, app.zone_around((given ->> 'lat')::float8, (given ->> 'lng')::float8, 1500), false)
  returning * into made;
  return public.update_branch(made.id, given - 'version');
end $$;

-- Changes the given fields of a branch: name, district_id, address_text, phone, lat, lng, zone, active, accepts_delivery, accepts_pickup,
-- prep_minutes, confirm_minutes, minimum_order_minor, fee_policy, fee_base_minor, fee_per_km_minor, free_delivery_from_minor,
-- kitchen_hands, alarm_push_minutes, alarm_email_minutes, alarm_pause_minutes, hours and special_days (each replaced whole). A `version` that is
-- not the present one: 409 VERSION_CONFLICT.
create function public.update_branch(branch_id uuid, patch jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(patch);
  present public.branches;
  next public.branches;
begin
  perform app.require_role('vendor_admin');
  select b.* into present from public.branches b
  where b.id = update_branch.branch_id and b.vendor_id in (select app.my_vendor_ids('branches')) for no key update;
  if present.id is null then
    perform app.not_found('The branch');
  end if;
  perform app.check_version(given, present.version, app.branch_json(present));
  if given ? 'zone' then
    perform app.check_zone(given -> 'zone');
  end if;
  if given ? 'district_id' then
    perform app.check_district((given ->> 'district_id')::int);
  end if;
  next := jsonb_populate_record(present, app.pick(given, 'name', 'district_id', 'address_text', 'phone', 'lat', 'lng', 'zone', 'active',
    'accepts_delivery', 'accepts_pickup', 'prep_minutes', 'confirm_minutes', 'minimum_order_minor', 'fee_policy', 'fee_base_minor',
    'fee_per_km_minor', 'free_delivery_from_minor', 'handover_code_required', 'kitchen_hands', 'alarm_push_minutes', 'alarm_email_minutes',
    'alarm_pause_minutes'));
  update public.branches b set name = next.name, district_id = next.district_id, address_text = next.address_text, phone = next.phone,
    lat = next.lat, lng = next.lng, zone = next.zone, active = next.active, accepts_delivery = next.accepts_delivery,
    accepts_pickup = next.accepts_pickup, prep_minutes = next.prep_minutes, confirm_minutes = next.confirm_minutes,
    minimum_order_minor = next.minimum_order_minor, fee_policy = next.fee_policy, fee_base_minor = next.fee_base_minor,
    fee_per_km_minor = next.fee_per_km_minor, free_delivery_from_minor = next.free_delivery_from_minor,
    handover_code_required = next.handover_code_required,
    kitchen_hands = next.kitchen_hands,
    alarm_push_minutes = next.alarm_push_minutes, alarm_email_minutes = next.alarm_email_minutes, alarm_pause_minutes = next.alarm_pause_minutes,
    version = b.version + 1, updated_at = now()
  where b.id = present.id returning * into next;
  if given ? 'hours' then
    perform app.set_hours(present.id, given -> 'hours');
  end if;
  if given ? 'special_days' then
    perform app.set_special_days(present.id, given -> 'special_days');
  end if;
  return app.branch_json(next);
end $$;

-- == Profile ==========================================================================================================
-- How a vendor shows itself: {id, slug, name, business_type, description, image_url, verified, version, updated_at}. Name and kind are what its
-- papers say: an operator approved them.
create function app.profile_json(v public.vendors) returns jsonb language sql stable as $$
  select jsonb_build_object('id', v.id, 'slug', v.slug, 'name', v.name, 'business_type', v.business_type, 'description', v.description,
    'image_url', v.image_url, 'verified', v.verified, 'version', v.version, 'updated_at', v.updated_at)
$$;

create function public.get_vendor_profile(vendor_id uuid default null) returns jsonb language sql stable security definer set search_path = '' as $$
  select app.profile_json(v) from public.vendors v where v.id = app.my_vendor(get_vendor_profile.vendor_id, 'branches')
$$;

-- Changes the given ones of {description, image_url}. A `version` that is not the present one: 409 VERSION_CONFLICT.
create function public.update_vendor_profile(body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  mine uuid := app.my_vendor((given ->> 'vendor_id')::uuid, 'branches');
  present public.vendors;
  next public.vendors;
begin
  select v.* into present from public.vendors v where v.id = mine for no key update;
  perform app.check_version(given, present.version, app.profile_json(present));
  next := jsonb_populate_record(present, app.pick(given, 'description', 'image_url'));
  update public.vendors v set description = next.description, image_url = next.image_url, version = v.version + 1, updated_at = now()
  where v.id = present.id returning * into next;
  return app.profile_json(next);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.list_vendor_branches, public.get_vendor_branch, public.create_branch, public.update_branch,
  public.get_vendor_profile, public.update_vendor_profile to authenticated;
