-- What:  the operator's desk: what waits for a decision, a search over everybody and everything, one person's page, the town as it is now.
-- Why:   at three in the morning the first page must say what is wrong and since when, and the second must find whoever is on the phone.
-- Back:  supabase/rollbacks/20261101000793_desk.sql
-- Order: indexes · overview · search · people · town · rights

create index vendor_applications_waiting on public.vendor_applications (created_at) where status = 'pending';
create index users_search on public.users using gin (app.fold(full_name || ' ' || email) extensions.gin_trgm_ops);

-- == Overview =========================================================================================================
-- One kind of thing that waits for an operator, null when nothing does.
create function app.waiting(of_kind text, n bigint, since timestamptz) returns jsonb language sql immutable as $$
  select case when n > 0 then jsonb_build_object('kind', of_kind, 'count', n, 'oldest_at', since) end
$$;

-- {at, decisions: [{kind, count, oldest_at}], today}: what waits, oldest first, without what does not; and the day's figures (İstanbul's day).
-- `schedule` are jobs that failed or are overdue by more than a minute and their own period, `outbox` events that nobody has taken for a minute.
create function public.operator_overview() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  midnight timestamptz := date_trunc('day', now() at time zone 'Europe/Istanbul') at time zone 'Europe/Istanbul';
  active public.order_status[] := app.statuses('active');
  decisions jsonb[];
begin
  perform app.require_role('admin');
  decisions := array[
    (select app.waiting('applications', count(*), min(a.created_at)) from public.vendor_applications a where a.status = 'pending'),
    (select app.waiting('adjustments', count(*), min(a.created_at)) from public.wallet_adjustments a where a.status = 'awaiting'),
    (select app.waiting('sagas', count(*), min(s.updated_at)) from public.sagas s where s.state = 'stuck'),
    (select app.waiting('dead_letters', count(*), min(j.died_at)) from public.jobs j where j.state = 'dead'),
    (select app.waiting('webhooks', count(*), min(e.received_at)) from public.provider_events e where e.state = 'unmatched'),
    (select app.waiting('disputes', count(*), min(d.created_at)) from public.disputes d where d.state in ('open', 'answered')),
    (select app.waiting('schedule', count(*), min(coalesce(s.last_finished_at, s.last_started_at))) from public.scheduled_jobs s
      where s.last_error is not null or s.last_finished_at < now() - 2 * s.every - interval '1 minute'),
    (select app.waiting('paused', count(*), min(c.paused_at)) from public.consumers c where c.paused_at is not null),
    (select app.waiting('outbox', count(*), min(e.due_at)) from public.outbox_events e where e.published_at is null and e.due_at < now() - interval '1 minute'),
    (select app.waiting('late_orders', count(*), min(o.eta_at)) from public.orders o
      where o.status in ('NEW', 'CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE') and o.placed_at is not null and o.eta_at < now()),
    (select app.waiting('unanswered', count(*), min(o.placed_at)) from public.orders o
      where o.status = 'NEW' and o.placed_at is not null and o.confirm_by < now() + interval '1 minute')];
  return jsonb_build_object('at', now(),
    'decisions', (select coalesce(jsonb_agg(d order by d ->> 'oldest_at' nulls first), '[]') from unnest(decisions) as d where d is not null),
    'today', (
      select jsonb_build_object('currency', 'TRY', 'orders', count(*), 'active', count(*) filter (where o.status = any (active)),
        'delivered', count(*) filter (where o.status = 'DELIVERED'),
        'ended', count(*) filter (where o.status in ('REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR')),
        'revenue_minor', coalesce(sum(o.total_minor - o.tip_minor) filter (where o.status = 'DELIVERED'), 0),
        'refunded_minor', coalesce(sum(o.refunded_minor), 0),
        'couriers_online', (select count(*) from public.couriers c where c.shift_status = 'online' and c.active))
      from public.orders o where o.created_at >= midnight and o.created_at < midnight + interval '1 day' and o.placed_at is not null));
end $$;

-- == Search ===========================================================================================================
-- The orders that an operator may mean by digits: that very number first, then those that begin with it, newest first. Each range is read from
-- the number's own index.
create function app.orders_numbered(digits text, most int) returns setof public.orders language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select o.* from generate_series(0, 12 - length(digits)) as more
      cross join lateral (
        select x.* from public.orders x
        where x.number >= digits::bigint * (10 ^ more)::bigint and x.number < (digits::bigint + 1) * (10 ^ more)::bigint
        order by x.number desc limit most) o
    order by more, o.number desc limit most;
end $$;

-- An id from its first characters on, as the range it lies in; null when they are too few (eight) or none of an id's.
create function app.id_range(typed text, out least_id uuid, out greatest_id uuid) language plpgsql immutable as $$
declare
  hex text := lower(replace(typed, '-', ''));
begin
  if hex ~ '^[0-9a-f]{8,32}$' then
    least_id := rpad(hex, 32, '0')::uuid;
    greatest_id := rpad(hex, 32, 'f')::uuid;
  end if;
end $$;

-- What an operator types, found in four kinds, eight of each at most: {orders: [{id, number, status, branch, customer, created_at}], users:
-- [{id, full_name, email, role, suspended}], vendors: [{id, name, slug, verified}], couriers: [{id, user_id, full_name, vendor, shift_status}]}.
-- Orders by number or id from its first characters on; people by name or e-mail, vendors by name, in any spelling of Turkish letters and also
-- when a letter is wrong. Fewer than two characters find nothing.
create function public.search_desk(q text) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  words text := nullif(trim(app.fold(left(q, 80))), '');
  digits text := substring(trim(q) from '^#?([0-9]{1,12})$');
  ids record := app.id_range(trim(q));
  found_people uuid[];
begin
  perform app.require_role('admin');
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  if length(words) < 2 then
    words := null;
  end if;
  if words is not null then
    found_people := array(
      select u.id from public.users u
      where app.fold(u.full_name || ' ' || u.email) operator(extensions.%>) words or u.id between ids.least_id and ids.greatest_id
      order by lower(u.email) = words desc, app.fold(u.full_name || ' ' || u.email) like words || '%' desc,
        extensions.word_similarity(words, app.fold(u.full_name || ' ' || u.email)) desc, u.full_name, u.id limit 16);
  end if;
  return jsonb_build_object(
    'orders', (
      select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number::text, 'status', o.status, 'branch', b.name, 'customer', u.full_name,
        'created_at', o.created_at) order by o.place), '[]')
      from (
        select (f).*, row_number() over () as place from (
          select f from app.orders_numbered(digits, 8) as f where digits is not null
          union all
          (select o from public.orders o where o.id between ids.least_id and ids.greatest_id limit 8)) as found limit 8) o
        join public.branches b on b.id = o.branch_id join public.users u on u.id = o.customer_id),
    'users', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'full_name', p.full_name, 'email', p.email, 'role', p.role,
        'suspended', p.suspended_at is not null) order by p.place), '[]')
      from (
        select u.*, f.place from unnest(found_people) with ordinality as f (id, place) join public.users u on u.id = f.id
        where u.role <> 'courier' order by f.place limit 8) p),
    'vendors', (
      select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'slug', v.slug, 'verified', v.verified)
        order by v.starts desc, v.likeness desc, v.name), '[]')
      from (
        select x.*, x.folded like words || '%' as starts, extensions.word_similarity(words, x.folded) as likeness from public.vendors x
        where x.folded operator(extensions.%>) words or x.id between ids.least_id and ids.greatest_id
        order by x.folded like words || '%' desc, extensions.word_similarity(words, x.folded) desc, x.name limit 8) v),
    'couriers', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'user_id', c.user_id, 'full_name', c.full_name, 'vendor', c.vendor,
        'shift_status', c.shift_status) order by c.place), '[]')
      from (
        select k.id, k.user_id, u.full_name, v.name as vendor, k.shift_status, f.place
        from unnest(found_people) with ordinality as f (id, place) join public.users u on u.id = f.id
          join public.couriers k on k.user_id = u.id join public.vendors v on v.id = k.vendor_id
        order by f.place limit 8) c));
end $$;

-- == People ===========================================================================================================
-- One person for an operator: {id, full_name, email, phone, role, locale, created_at, suspended_at, address_count, wallet: {balance_minor, currency} |
-- null, vendors: [{id, name, slug, as: their role on its staff | courier}], order_count, orders: the newest ten, notifications: the newest ten,
-- record: what operators did about them, the newest ten}. Raises 404.
create function public.get_person(user_id uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  u public.users;
  rider uuid;
begin
  perform app.require_role('admin');
  select x.* into u from public.users x where x.id = get_person.user_id;
  if u.id is null then
    perform app.not_found('The account');
  end if;
  rider := (select c.id from public.couriers c where c.user_id = u.id);
  return jsonb_build_object('id', u.id, 'full_name', u.full_name, 'email', u.email, 'phone', u.phone, 'role', u.role, 'locale', u.locale,
    'created_at', u.created_at, 'suspended_at', u.suspended_at,
    'address_count', (select count(*) from public.addresses a where a.user_id = u.id),
    'wallet', (select jsonb_build_object('balance_minor', a.balance_minor, 'currency', a.currency) from public.ledger_accounts a
      where a.kind = 'wallet' and a.owner_id = u.id),
    'vendors', (
      select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'slug', v.slug, 'as', m.side) order by v.name), '[]')
      from (
        select x.vendor_id, x.role::text as side from public.vendor_members x where x.user_id = u.id and x.active
        union all select c.vendor_id, 'courier' from public.couriers c where c.user_id = u.id) m join public.vendors v on v.id = m.vendor_id),
    'order_count', case when rider is null then (select count(*) from public.orders o where o.customer_id = u.id)
      else (select count(*) from public.orders o where o.courier_id = rider) end,
    'orders', (
      select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number::text, 'status', o.status, 'branch', b.name,
        'total_minor', o.total_minor, 'currency', o.currency, 'created_at', o.created_at) order by o.created_at desc, o.id desc), '[]')
      from (
        (select x.* from public.orders x where rider is null and x.customer_id = u.id order by x.created_at desc, x.id desc limit 10)
        union all
        (select x.* from public.orders x where x.courier_id = rider order by x.created_at desc, x.id desc limit 10)) o
        join public.branches b on b.id = o.branch_id),
    'notifications', (
      select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'audience', n.audience, 'data', n.data, 'created_at', n.created_at,
        'read_at', n.read_at) order by n.created_at desc, n.id desc), '[]')
      from (
        select x.* from public.notifications x where x.user_id = u.id and x.in_app order by x.created_at desc, x.id desc limit 10) n),
    'record', (
      select coalesce(jsonb_agg(app.audit_json(e) order by e.id desc), '[]')
      from (
        select x.* from public.audit_entries x where x.subject_type = 'user' and x.subject_id = u.id::text order by x.id desc limit 10) e));
end $$;

-- Suspends an account or lets it in again, always with a reason. A suspended account is signed out everywhere and cannot sign in (the auth server
-- knows it as banned); an access token that is still about opens nothing, for app.actor_role() says null. Raises 404, 403 for an operator's
-- account: that is done by taking the role away.
create function public.set_person_suspended(user_id uuid, suspended boolean, reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  was public.users;
  becomes public.users;
begin
  perform app.require_role('admin');
  if nullif(trim(reason), '') is null then
    perform app.invalid('reason', 'Say why.');
  end if;
  select x.* into was from public.users x where x.id = set_person_suspended.user_id for no key update;
  if was.id is null then
    perform app.not_found('The account');
  elsif was.role = 'admin' then
    perform app.fail(403, 'FORBIDDEN', 'An operator''s account cannot be suspended.');
  end if;
  if suspended <> (was.suspended_at is not null) then -- asked twice is done once
    update public.users x set suspended_at = case when suspended then now() end, updated_at = now() where x.id = was.id returning * into becomes;
    -- A far day and not infinity, which the auth server cannot read.
    update auth.users a set banned_until = case when suspended then timestamptz '2999-01-01' end where a.id = was.id;
    if suspended then
      delete from auth.sessions s where s.user_id = was.id;
    end if;
    perform app.audit(case when suspended then 'user.suspended' else 'user.reinstated' end, 'user', was.id::text, reason,
      jsonb_build_object('suspended_at', was.suspended_at), jsonb_build_object('suspended_at', becomes.suspended_at));
  end if;
  return public.get_person(was.id);
end $$;

-- == Town =============================================================================================================
-- Who and what is on the road: {at, orders: [{id, number, status, type, late, branch: {id, name, lat, lng}, address: {lat, lng} | null, courier_id}],
-- couriers: [{id, user_id, full_name, vendor, active_orders, position | null}], more}. The two hundred orders that are due first; `more` says that
-- there are others.
create function public.get_town() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  most constant int := 200;
begin
  perform app.require_role('admin');
  return (
    with active as materialized (
      select o.* from public.orders o
      where o.status in ('NEW', 'CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE') and o.placed_at is not null
      order by o.eta_at, o.id limit most + 1)
    select jsonb_build_object('at', now(), 'more', (select count(*) > most from active),
      'orders', (
        select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number::text, 'status', o.status, 'type', o.type, 'late', o.eta_at < now(),
          'branch', jsonb_build_object('id', b.id, 'name', b.name, 'lat', b.lat, 'lng', b.lng),
          'address', case when o.type = 'delivery' then jsonb_build_object('lat', o.address_lat, 'lng', o.address_lng) end,
          'courier_id', o.courier_id) order by o.eta_at, o.id), '[]')
        from (select * from active order by eta_at, id limit most) o join public.branches b on b.id = o.branch_id),
      'couriers', (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'user_id', c.user_id, 'full_name', u.full_name, 'vendor', v.name,
          'active_orders', (select count(*) from public.orders o where o.courier_id = c.id
            and o.status in ('CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE')),
          'position', app.position_json(c.id, c.shift_started_at)) order by u.full_name, c.id), '[]')
        from (
          select x.* from public.couriers x where x.shift_status = 'online' and x.active order by x.shift_started_at desc, x.id limit most) c
          join public.users u on u.id = c.user_id join public.vendors v on v.id = c.vendor_id)));
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.operator_overview, public.search_desk, public.get_person, public.set_person_suspended, public.get_town to authenticated;
