-- What:  coupons: what they give, under which limits, which order used one, and who bears it.
-- Why:   a coupon is never used more often than it says, however many order at once: its row is locked in the order's transaction (after the
--        stock, before any wallet) before it is read for the price, and its count is a CHECK. What an order gave up, its unhappy end gives back.
-- Back:  supabase/rollbacks/20261101000780_promotions.sql
-- Order: tables · codes · what one gives · using and giving back · desk · rights

-- == Tables ===========================================================================================================
create type public.coupon_kind as enum ('percentage', 'amount', 'free_delivery');
create type public.coupon_bearer as enum ('vendor', 'platform');

create table public.coupons (
  id uuid primary key default gen_random_uuid(),
  borne_by public.coupon_bearer not null, -- also who made it and may change it
  vendor_id uuid references public.vendors (id), -- where it is good; null: everywhere
  code text not null check (code ~ '^[A-Z0-9]{3,24}$'), -- as app.coupon_code() writes it
  kind public.coupon_kind not null,
  percent int check (percent between 1 and 100),
  amount_minor bigint check (amount_minor between 1 and 10000000),
  cap_minor bigint check (cap_minor between 1 and 10000000), -- the most that a percentage gives
  minimum_minor bigint not null default 0 check (minimum_minor between 0 and 100000000), -- of the items
  person_limit int check (person_limit between 1 and 1000), -- null: as often as they like
  total_limit int check (total_limit between 1 and 1000000),
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  active boolean not null default true, -- the switch of who made it
  redeemed int not null default 0 check (redeemed >= 0),
  given_minor bigint not null default 0 check (given_minor >= 0),
  version int not null default 1,
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (vendor_id, code),
  check (borne_by = 'platform' or vendor_id is not null),
  check ((kind = 'percentage') = (percent is not null)),
  check ((kind = 'amount') = (amount_minor is not null)),
  check (kind = 'percentage' or cap_minor is null),
  check (ends_at > starts_at),
  check (redeemed <= total_limit)
);
create index coupons_vendor on public.coupons (vendor_id, created_at desc, id desc) where borne_by = 'vendor';
create index coupons_platform on public.coupons (created_at desc, id desc) where borne_by = 'platform';
create index coupons_created_by on public.coupons (created_by);

create table public.coupon_redemptions (
  order_id uuid primary key references public.orders (id) on delete cascade,
  coupon_id uuid not null references public.coupons (id),
  customer_id uuid not null references public.users (id),
  amount_minor bigint not null check (amount_minor >= 0),
  at timestamptz not null default clock_timestamp(),
  released_at timestamptz -- the order ended unhappily: it counts no more
);
create index coupon_redemptions_newest on public.coupon_redemptions (coupon_id, at desc, order_id desc);
create index coupon_redemptions_person on public.coupon_redemptions (coupon_id, customer_id) where released_at is null;
create index coupon_redemptions_customer on public.coupon_redemptions (customer_id);

alter table public.coupons enable row level security;
alter table public.coupon_redemptions enable row level security;
-- Read through functions only: a code is known to whom it was told.

-- == Codes ============================================================================================================
-- A code as it is kept and compared: "hoşgeldin", "HOŞGELDİN" and "hos-geldin" are one.
create function app.coupon_code(typed text) returns text language sql immutable parallel safe strict as $$
  select upper(regexp_replace(app.fold(typed), '[^a-z0-9]', '', 'g') collate "C")
$$;

-- The coupon a code means at a vendor: the one good there only before the one good everywhere.
create function app.coupon_at(vendor uuid, typed text) returns public.coupons language plpgsql stable security definer set search_path = '' as $$
declare
  found_coupon public.coupons;
begin
  select * into found_coupon from public.coupons c
  where c.code = app.coupon_code(typed) and (c.vendor_id = vendor or c.vendor_id is null) order by c.vendor_id nulls last limit 1;
  return found_coupon;
end $$;

-- == What one gives ===================================================================================================
-- Why a coupon cannot be used for such an order, as {reason, …}; null when it can. By a stranger what is theirs alone is not asked.
create function app.coupon_refusal(c public.coupons, subtotal bigint, fee bigint, pickup boolean) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return case
    when c.id is null then '{"reason": "UNKNOWN"}'
    when not c.active then '{"reason": "PAUSED"}'
    when c.starts_at > now() then jsonb_build_object('reason', 'NOT_YET', 'starts_at', c.starts_at)
    when c.ends_at <= now() then jsonb_build_object('reason', 'ENDED', 'ends_at', c.ends_at)
    when c.redeemed >= c.total_limit then '{"reason": "USED_UP"}'
    when c.person_limit <= (select count(*) from public.coupon_redemptions r
      where r.coupon_id = c.id and r.customer_id = auth.uid() and r.released_at is null) then jsonb_build_object('reason', 'USED_BY_YOU', 'limit', c.person_limit)
    when subtotal < c.minimum_minor then jsonb_build_object('reason', 'MINIMUM', 'minimum_minor', c.minimum_minor, 'missing_minor', c.minimum_minor - subtotal)
    when c.kind = 'free_delivery' and pickup then '{"reason": "PICKUP"}'
    when c.kind = 'free_delivery' and fee = 0 then '{"reason": "NOTHING_TO_GIVE"}' end;
end $$;

-- What a code takes off an order of these items and this fee (null: not known yet): {id, code, kind, discount_minor, delivery_discount_minor,
-- promoted_minor}, or {problem} as a quote lists it.
create function app.coupon_gift(branch public.branches, typed text, subtotal bigint, fee bigint, pickup boolean) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  c public.coupons := app.coupon_at(branch.vendor_id, typed);
  refusal jsonb := app.coupon_refusal(c, subtotal, fee, pickup);
  less bigint;
begin
  if refusal is not null then
    return jsonb_build_object('problem', jsonb_build_object('code', 'COUPON_UNUSABLE', 'status', 422,
      'message', case refusal ->> 'reason'
        when 'UNKNOWN' then 'This coupon is not known here.'
        when 'PAUSED' then 'This coupon cannot be used at the moment.'
        when 'NOT_YET' then 'This coupon is not valid yet.'
        when 'ENDED' then 'This coupon has ended.'
        when 'USED_UP' then 'This coupon has been used up.'
        when 'USED_BY_YOU' then 'You have used this coupon as often as it may be used.'
        when 'MINIMUM' then 'The order is below the minimum of this coupon.'
        when 'PICKUP' then 'This coupon is for deliveries.'
        else 'Delivery is free already.' end,
      'details', refusal || jsonb_build_object('coupon', coalesce(c.code, typed))));
  end if;
  less := case c.kind
    when 'percentage' then least(app.bps(subtotal, c.percent * 100), c.cap_minor, subtotal)
    when 'amount' then least(c.amount_minor, subtotal)
    else coalesce(fee, 0) end;
  return jsonb_build_object('id', c.id, 'code', c.code, 'kind', c.kind, 'discount_minor', less,
    'delivery_discount_minor', case c.kind when 'free_delivery' then less else 0 end,
    'promoted_minor', case c.borne_by when 'platform' then less else 0 end);
end $$;

-- == Using and giving back ============================================================================================
-- Locks the coupon that a code means, before it is read for the price: its count and its customer's then stay as they were read.
create function app.lock_coupon(branch public.branches, typed text) returns void language plpgsql security definer set search_path = '' as $$
begin
  if typed is not null then
    perform from public.coupons c where c.id = (app.coupon_at(branch.vendor_id, typed)).id for no key update;
  end if;
end $$;

-- Counts a placed order's use of a locked coupon; null: it used none.
create function app.redeem_coupon(o public.orders, coupon uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  if coupon is not null then
    update public.coupons set redeemed = redeemed + 1, given_minor = given_minor + o.discount_minor where id = coupon;
    insert into public.coupon_redemptions (order_id, coupon_id, customer_id, amount_minor) values (o.id, coupon, o.customer_id, o.discount_minor);
  end if;
end $$;

-- Gives back what an order used, once.
create function app.release_coupon(o public.orders) returns void language plpgsql security definer set search_path = '' as $$
declare
  freed public.coupon_redemptions;
begin
  if o.coupon_code is not null then
    perform from public.coupons c
    where c.id = (select r.coupon_id from public.coupon_redemptions r where r.order_id = o.id and r.released_at is null) for no key update;
    update public.coupon_redemptions set released_at = now() where order_id = o.id and released_at is null returning * into freed;
    update public.coupons set redeemed = redeemed - 1, given_minor = given_minor - freed.amount_minor where id = freed.coupon_id;
  end if;
end $$;

-- == Desk =============================================================================================================
-- A coupon as who made it sees it; `state` is paused, scheduled, active, ended or used_up.
create function app.coupon_json(c public.coupons) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return to_jsonb(c) - 'created_by' - 'vendor_id' || jsonb_build_object('currency', 'TRY',
    'vendor', (select jsonb_build_object('id', v.id, 'slug', v.slug, 'name', v.name) from public.vendors v where v.id = c.vendor_id),
    'state', case when not c.active then 'paused' when c.ends_at <= now() then 'ended' when c.redeemed >= c.total_limit then 'used_up'
      when c.starts_at > now() then 'scheduled' else 'active' end);
end $$;

-- Whether a coupon is the caller's to see and change: an operator's are the platform's, a vendor's its own.
create function app.is_my_coupon(c public.coupons) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return case c.borne_by when 'platform' then app.is_admin() else c.vendor_id in (select app.my_vendor_ids('money')) end;
end $$;

-- Who makes coupons. `borne_by` of what is asked says as whom: a vendor at the platform's desk, or the other way round, is refused with 403.
create function app.coupon_maker(asked jsonb) returns uuid language plpgsql stable security definer set search_path = '' as $$
begin
  return case asked ->> 'borne_by'
    when 'platform' then app.require_role('admin')
    when 'vendor' then app.require_role('vendor_admin')
    else app.require_role('vendor_admin', 'admin') end;
end $$;

-- A page of the caller's coupons {borne_by?, limit?, cursor?}, newest first: a vendor's own, for an operator the platform's.
create function public.list_coupons(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  actor uuid := app.coupon_maker(body);
  vendor uuid := case when not app.is_admin() then (app.my_vendor()).id end;
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
  found_coupons public.coupons[];
begin
  if vendor is null then
    found_coupons := array(select c from public.coupons c
      where c.borne_by = 'platform' and (c.created_at, c.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
      order by c.created_at desc, c.id desc limit size + 1);
  else
    found_coupons := array(select c from public.coupons c
      where c.borne_by = 'vendor' and c.vendor_id = vendor and (c.created_at, c.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
      order by c.created_at desc, c.id desc limit size + 1);
  end if;
  return (select app.page(array_agg(app.coupon_json(c) order by c.created_at desc, c.id desc),
    array_agg(jsonb_build_array(c.created_at, c.id) order by c.created_at desc, c.id desc), size) from unnest(found_coupons) c);
end $$;

-- Makes a coupon of {code, kind, percent?, amount_minor?, cap_minor?, minimum_minor?, person_limit?, total_limit?, starts_at?, ends_at?,
-- vendor_slug?}: a vendor's is good at its own branches and borne by it; an operator's is the platform's, and good everywhere or at one
-- vendor. Raises 400 VALIDATION_ERROR on `code` when it is taken there, 404 for the vendor.
create function public.create_coupon(coupon jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(coupon);
  actor uuid := app.coupon_maker(body);
  made public.coupons := jsonb_populate_record(null::public.coupons,
    app.pick(body, 'kind', 'percent', 'amount_minor', 'cap_minor', 'minimum_minor', 'person_limit', 'total_limit', 'starts_at', 'ends_at'));
begin
  made.borne_by := case when app.is_admin() then 'platform' else 'vendor' end;
  made.code := app.coupon_code(body ->> 'code');
  if made.borne_by = 'vendor' then
    made.vendor_id := (app.my_vendor()).id;
  elsif body ->> 'vendor_slug' is not null then
    select v.id into made.vendor_id from public.vendors v where v.slug = body ->> 'vendor_slug';
    if made.vendor_id is null then
      perform app.not_found('The vendor');
    end if;
  end if;
  if length(made.code) not between 3 and 24 then
    perform app.invalid('code', 'A code has 3 to 24 letters and digits.');
  elsif made.ends_at <= greatest(coalesce(made.starts_at, now()), now()) then
    perform app.invalid('ends_at', 'It must end after it begins, and in the future.');
  end if;
  insert into public.coupons (borne_by, vendor_id, code, kind, percent, amount_minor, cap_minor, minimum_minor, person_limit, total_limit, starts_at, ends_at, created_by)
  values (made.borne_by, made.vendor_id, made.code, made.kind, made.percent, made.amount_minor, made.cap_minor, coalesce(made.minimum_minor, 0),
    made.person_limit, made.total_limit, coalesce(made.starts_at, now()), made.ends_at, actor)
  on conflict (vendor_id, code) do nothing returning * into made;
  if made.id is null then
    perform app.invalid('code', 'There is a coupon with this code already.');
  end if;
  return app.coupon_json(made);
end $$;

-- The caller's coupon, locked. Raises 404 for anybody else's.
create function app.lock_my_coupon(coupon uuid, asked jsonb) returns public.coupons language plpgsql security definer set search_path = '' as $$
declare
  c public.coupons;
begin
  perform app.coupon_maker(asked);
  select * into c from public.coupons x where x.id = coupon for no key update;
  if c.id is null or not app.is_my_coupon(c) then
    perform app.not_found('The coupon');
  end if;
  return c;
end $$;

-- Changes {active?, ends_at?, total_limit?, version?} of the caller's coupon; what it gives stays as it was told. Raises 404, 400 for a limit
-- below what has been used, 409 VERSION_CONFLICT.
create function public.update_coupon(coupon_id uuid, patch jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(patch);
  present public.coupons := app.lock_my_coupon(coupon_id, given);
  next public.coupons := jsonb_populate_record(present, app.pick(given, 'active', 'ends_at', 'total_limit'));
begin
  perform app.check_version(given, present.version, app.coupon_json(present));
  if next.total_limit < present.redeemed then
    perform app.invalid('total_limit', 'It has been used more often than that already.');
  elsif next.ends_at <= present.starts_at then
    perform app.invalid('ends_at', 'It must end after it begins.');
  end if;
  update public.coupons c set active = next.active, ends_at = next.ends_at, total_limit = next.total_limit, version = c.version + 1, updated_at = now()
  where c.id = present.id returning * into next;
  return app.coupon_json(next);
end $$;

-- A page of the uses of the caller's coupon {limit?, cursor?}, newest first: {id, order_id, order_number, order_status, customer, amount_minor, at,
-- released_at}. Raises 404 for anybody else's.
create function public.list_coupon_redemptions(coupon_id uuid, page jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(page);
  actor uuid := app.coupon_maker(body);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
begin
  if not coalesce((select app.is_my_coupon(c) from public.coupons c where c.id = list_coupon_redemptions.coupon_id), false) then
    perform app.not_found('The coupon');
  end if;
  return (
    select app.page(array_agg(jsonb_build_object('id', r.order_id, 'order_id', r.order_id, 'order_number', o.number::text, 'order_status', o.status,
        'customer', u.full_name, 'amount_minor', r.amount_minor, 'at', r.at, 'released_at', r.released_at) order by r.at desc, r.order_id desc),
      array_agg(jsonb_build_array(r.at, r.order_id) order by r.at desc, r.order_id desc), size)
    from (
      select x.* from public.coupon_redemptions x
      where x.coupon_id = list_coupon_redemptions.coupon_id and (x.at, x.order_id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
      order by x.at desc, x.order_id desc limit size + 1) r
    join public.orders o on o.id = r.order_id join public.users u on u.id = r.customer_id);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.list_coupons, public.create_coupon, public.update_coupon, public.list_coupon_redemptions to authenticated;
