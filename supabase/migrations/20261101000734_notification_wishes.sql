-- What:  what people do with notifications: read them, choose which they want and how, let a browser take pushes, stop e-mails by a link.
-- Why:   everybody, whatever their role, has one bell and one page of choices, which holds the kinds that concern their role.
-- Back:  supabase/rollbacks/20261101000734_notification_wishes.sql
-- Order: reading · choosing · browsers · unsubscribing · forgetting · rights

-- The caller, whoever they are. Raises 401 for a stranger.
create function app.require_anyone() returns uuid language plpgsql stable security definer set search_path = '' as $$
begin
  return app.require_role('customer', 'vendor_admin', 'courier', 'admin');
end $$;

-- == Reading ==========================================================================================================
create function app.unread_of(person uuid) returns int language plpgsql stable security definer set search_path = '' as $$
begin
  return (select count(*) from public.notifications n where n.user_id = person and n.in_app and n.read_at is null);
end $$;

-- A page of what the caller was told {limit?, cursor?}, newest first: {data: [{id, kind, audience, data, read_at, created_at}], next_cursor, unread}.
create function public.list_notifications(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_anyone();
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
begin
  return jsonb_build_object('unread', app.unread_of(actor)) || (
    select app.page(
      array_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'audience', n.audience, 'data', n.data, 'read_at', n.read_at, 'created_at', n.created_at)
        order by n.created_at desc, n.id desc),
      array_agg(jsonb_build_array(n.created_at, n.id) order by n.created_at desc, n.id desc), size)
    from (
      select x.* from public.notifications x
      where x.user_id = actor and x.in_app and (x.created_at, x.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
      order by x.created_at desc, x.id desc limit size + 1) n);
end $$;

-- Marks the caller's notifications as read: {ids: […]} or {all: true}. Anybody else's are left alone. Returns {unread}.
create function public.read_notifications(which jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_anyone();
  body jsonb := app.body(which);
begin
  update public.notifications n set read_at = clock_timestamp()
  where n.user_id = actor and n.read_at is null and n.in_app
    and ((body ->> 'all')::boolean or n.id in (select value::uuid from jsonb_array_elements_text(body -> 'ids')));
  return jsonb_build_object('unread', app.unread_of(actor));
end $$;

-- == Choosing =========================================================================================================
-- The rules that concern a role, one a kind.
create function app.rules_for(of_role public.user_role) returns setof public.notification_rules
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select distinct on (r.kind) r.* from public.notification_rules r
    where of_role = case r.audience when 'vendor' then 'vendor_admin' when 'courier' then 'courier' when 'self' then null else 'customer' end::public.user_role
    order by r.kind;
end $$;

-- The caller's choices: {kinds: [{kind, in_app, push, email, email_is: always|fallback|null, urgent}], quiet: {from, to} | null}.
create function public.get_notification_preferences() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_anyone();
begin
  return jsonb_build_object(
    'kinds', (
      select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'in_app', w.in_app, 'push', w.push, 'email', w.email is not null,
        'email_is', r.email, 'urgent', r.urgent) order by r.kind), '[]')
      from app.rules_for(app.actor_role()) r cross join lateral app.wish_of(actor, r) w),
    'quiet', (
      select jsonb_build_object('from', to_char(s.quiet_from, 'HH24:MI'), 'to', to_char(s.quiet_to, 'HH24:MI'))
      from public.notification_settings s where s.user_id = actor and s.quiet_from is not null));
end $$;

-- Sets what is given of {kinds: [{kind, in_app, push, email}], quiet: {from, to} | null}; the rest stays. Returns the choices.
-- Raises 400 VALIDATION_ERROR on `kinds` for a kind that does not concern the caller's role.
create function public.set_notification_preferences(choices jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_anyone();
  body jsonb := app.body(choices);
begin
  if exists (
    select from jsonb_array_elements(body -> 'kinds') as c
    where c ->> 'kind' not in (select r.kind from app.rules_for(app.actor_role()) r)) then
    perform app.invalid('kinds', 'There is no such kind for your account.');
  end if;
  insert into public.notification_preferences (user_id, kind, in_app, push, email)
  select distinct on (c.kind) actor, c.kind, c.in_app, c.push, c.email
  from jsonb_to_recordset(body -> 'kinds') as c (kind text, in_app boolean, push boolean, email boolean)
  order by c.kind
  on conflict (user_id, kind) do update set in_app = excluded.in_app, push = excluded.push, email = excluded.email;
  if body ? 'quiet' then
    insert into public.notification_settings (user_id, quiet_from, quiet_to)
    values (actor, (body #>> '{quiet,from}')::time, (body #>> '{quiet,to}')::time)
    on conflict (user_id) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to;
  end if;
  return public.get_notification_preferences();
end $$;

-- == Browsers =========================================================================================================
-- Lets a browser take the caller's pushes: {endpoint, keys: {p256dh, auth}, device?}. A browser is one person's: whoever signed in to it
-- last. The ten used last of a person are kept.
create function public.save_push_subscription(subscription jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_anyone();
  body jsonb := app.body(subscription);
begin
  perform from public.users where id = actor for update; -- two browsers at once cannot both be the tenth
  insert into public.push_subscriptions as s (user_id, endpoint, p256dh, auth, device)
  values (actor, body ->> 'endpoint', body #>> '{keys,p256dh}', body #>> '{keys,auth}', nullif(left(body ->> 'device', 60), ''))
  on conflict (endpoint) do update set user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device,
    created_at = case when s.user_id = excluded.user_id then s.created_at else excluded.created_at end, used_at = excluded.used_at;
  delete from public.push_subscriptions s where s.id in (
    select x.id from public.push_subscriptions x where x.user_id = actor order by x.used_at desc offset 10);
end $$;

-- The caller's browsers that take pushes, the last used first: {data: [{id, device, fingerprint: of its endpoint, by which a browser knows
-- itself, created_at, used_at}]}.
create function public.list_push_subscriptions() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_anyone();
begin
  return jsonb_build_object('data', (
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'device', s.device, 'fingerprint', encode(sha256(convert_to(s.endpoint, 'UTF8')), 'hex'),
      'created_at', s.created_at, 'used_at', s.used_at) order by s.used_at desc, s.id), '[]')
    from public.push_subscriptions s where s.user_id = actor));
end $$;

-- Ends the pushes of one of the caller's browsers from any other. Raises 404 for another's, and when it is gone already.
create function public.remove_push_subscription(subscription_id uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_anyone();
begin
  delete from public.push_subscriptions s where s.id = subscription_id and s.user_id = actor;
  if not found then
    perform app.not_found('The device');
  end if;
end $$;

-- Doing it twice is doing it once; another's browser is left alone.
create function public.delete_push_subscription(endpoint text) returns void language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_anyone();
begin
  delete from public.push_subscriptions s where s.user_id = actor and s.endpoint = delete_push_subscription.endpoint;
end $$;

-- Sends the caller a push by the way that every other takes.
create function public.test_push() returns void language plpgsql security definer set search_path = '' as $$
begin
  perform app.emit('notification.test_requested', 'user', app.require_anyone());
end $$;

-- == Unsubscribing ====================================================================================================
-- Whose link it is. Raises 404 for a token we never sent.
create function app.unsubscriber(token text) returns public.users language plpgsql stable security definer set search_path = '' as $$
declare
  person public.users;
begin
  if token ~ '^[0-9a-f]{48}$' then
    select u.* into person from public.notification_settings s join public.users u on u.id = s.user_id
    where sha256(s.unsubscribe_token) = sha256(decode(token, 'hex'));
  end if;
  if person.id is null then
    perform app.not_found('This link');
  end if;
  return person;
end $$;

-- Whether the holder of an e-mail's link gets e-mails of a kind (null: of any kind): {subscribed, locale}.
create function public.get_email_subscription(token text, kind text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  person public.users := app.unsubscriber(token);
begin
  return jsonb_build_object('locale', person.locale, 'subscribed', exists (
    select from app.rules_for(person.role) r cross join lateral app.wish_of(person.id, r) w
    where w.email is not null and r.kind = coalesce(get_email_subscription.kind, r.kind)));
end $$;

-- Stops e-mails of a kind (null: of every kind), or takes that back. Signed in or not: the link is the right. Returns {subscribed, locale}.
create function public.set_email_subscription(token text, subscribed boolean, kind text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  person public.users := app.unsubscriber(token);
begin
  insert into public.notification_preferences as p (user_id, kind, in_app, push, email)
  select person.id, r.kind, w.in_app, w.push, set_email_subscription.subscribed
  from app.rules_for(person.role) r cross join lateral app.wish_of(person.id, r) w
  where r.email is not null and r.kind = coalesce(set_email_subscription.kind, r.kind)
  on conflict on constraint notification_preferences_pkey do update set email = excluded.email;
  return public.get_email_subscription(token, kind);
end $$;

-- == Forgetting =======================================================================================================
-- Deletes notifications older than 90 days, read or not. Returns how many.
create function public.purge_notifications() returns int language plpgsql security definer set search_path = '' as $$
declare
  purged int;
begin
  delete from public.notifications where created_at < now() - interval '90 days';
  get diagnostics purged = row_count;
  return purged;
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.list_notifications, public.read_notifications, public.get_notification_preferences,
  public.set_notification_preferences, public.list_push_subscriptions, public.remove_push_subscription, public.save_push_subscription, public.delete_push_subscription, public.test_push to authenticated;
grant execute on function public.get_email_subscription, public.set_email_subscription to anon, authenticated;
grant execute on function public.purge_notifications to service_role;
