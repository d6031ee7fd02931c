-- What:  switches that an operator throws while the house runs: on or off, for a part of the people, or for some by name.
-- Why:   what must be stopped at three in the morning must not wait for a deployment. The functions that guard the data ask app.flag_on()
--        themselves; pages ask the same rows once in a while (lib/platform/flags.ts) to say so before anybody tries.
-- Back:  supabase/rollbacks/20261101000220_flags.sql
-- Order: table · asking · changing · rights

create table public.flags (
  key text primary key check (key ~ '^[a-z_]{3,40}$'),
  enabled boolean not null,
  percentage int not null default 100 check (percentage between 0 and 100), -- of the people, while it is enabled
  allowed uuid[] not null default '{}' check (cardinality(allowed) <= 100), -- on for these whatever else it says
  version int not null default 1,
  updated_at timestamptz not null default now()
);
alter table public.flags enable row level security;
-- Read through functions only: who is allowed is nobody's business.

-- A flag is a row here and a question in the code: operators change them and make none.
insert into public.flags (key, enabled) values
  ('ordering', true), -- off: nobody places an order anywhere
  ('applications', true); -- off: nobody applies to become a vendor

-- == Asking ===========================================================================================================
-- Where a person falls among a hundred for a flag: always the same place, another one for each flag. lib/platform/flags.ts counts alike.
create function app.flag_bucket(flag text, person uuid) returns int language sql immutable strict parallel safe as $$
  select (('x' || left(encode(sha256(convert_to(flag || ':' || person, 'UTF8')), 'hex'), 8))::bit(32)::bigint % 100)::int
$$;

-- Whether a flag is on for a person; for a stranger (null) when it is on for everybody. A flag that is not there is on: code without its
-- row must go on as if nobody had thought of a switch.
create function app.flag_on(flag text, person uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
declare
  f public.flags;
begin
  select * into f from public.flags x where x.key = flag;
  return f.key is null or person = any (f.allowed) is true
    or f.enabled and (f.percentage = 100 or coalesce(app.flag_bucket(flag, person) < f.percentage, false));
end $$;

-- All flags as lib/platform/flags.ts keeps them: [{key, enabled, percentage, allowed}].
create function public.read_flags() returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('key', f.key, 'enabled', f.enabled, 'percentage', f.percentage, 'allowed', to_jsonb(f.allowed))
    order by f.key), '[]') from public.flags f);
end $$;

-- == Changing =========================================================================================================
create function app.flag_json(f public.flags) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object('key', f.key, 'enabled', f.enabled, 'percentage', f.percentage, 'version', f.version, 'updated_at', f.updated_at,
    'allowed', (select coalesce(jsonb_agg(u.email order by u.email), '[]') from public.users u where u.id = any (f.allowed)),
    'changes', (
      select coalesce(jsonb_agg(app.audit_json(e) order by e.id desc), '[]')
      from (
        select x.* from public.audit_entries x where x.subject_type = 'flag' and x.subject_id = f.key order by x.id desc limit 5) e));
end $$;

-- All flags for an operator, each with its newest five changes: {data, next_cursor: null}.
create function public.list_flags() returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  perform app.require_role('admin');
  return (select jsonb_build_object('next_cursor', null, 'data', coalesce(jsonb_agg(app.flag_json(f) order by f.key), '[]')) from public.flags f);
end $$;

-- Changes a flag: {enabled, percentage, allowed: e-mail addresses, reason, version}. Raises 404, 400 on `allowed` for an address that nobody has,
-- 409 VERSION_CONFLICT when another operator was faster.
create function public.set_flag(flag text, change jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(change);
  was public.flags;
  becomes public.flags;
  people uuid[];
begin
  perform app.require_role('admin');
  if nullif(trim(body ->> 'reason'), '') is null then
    perform app.invalid('reason', 'Say why.');
  end if;
  select * into was from public.flags f where f.key = flag for update;
  if was.key is null then
    perform app.not_found('The flag');
  elsif was.version <> (body ->> 'version')::int then
    perform app.fail(409, 'VERSION_CONFLICT', 'Another operator has changed this flag.', jsonb_build_object('current', app.flag_json(was)));
  end if;
  people := array(
    select u.id from jsonb_array_elements_text(body -> 'allowed') as address join public.users u on lower(u.email) = lower(trim(address)) order by u.id);
  if cardinality(people) <> (select count(distinct lower(trim(address))) from jsonb_array_elements_text(body -> 'allowed') as address) then
    perform app.invalid('allowed', 'Somebody here has no account.');
  end if;
  update public.flags f set enabled = (body ->> 'enabled')::boolean, percentage = (body ->> 'percentage')::int, allowed = people,
    version = f.version + 1, updated_at = now()
  where f.key = was.key returning * into becomes;
  perform app.audit('flag.changed', 'flag', was.key, body ->> 'reason', to_jsonb(was) - 'updated_at' - 'version', to_jsonb(becomes) - 'updated_at' - 'version');
  return app.flag_json(becomes);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.list_flags, public.set_flag to authenticated;
grant execute on function public.read_flags to service_role;
