-- What:  the ground every domain stands on: extensions, the private schema `app`, the one way to fail, Turkish text
--        folding, geometry, idempotency keys and the event store.
-- Why:   every change is one transaction that claims its key, does its work, appends its event and stores its answer.
-- Back:  supabase/rollbacks/20261101000100_foundation.sql
-- Note:  a function that a request runs many times is plpgsql, which keeps its plans; one in SQL is planned again in each transaction
--        unless the planner can inline it, and `security definer` rules that out.
-- Order: extensions · schema and default rights · failing · text · geometry · actor · idempotency · events · rights

-- == Extensions =======================================================================================================
create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists pg_trgm with schema extensions;

-- == Schema and default rights ========================================================================================
-- `public` is what PostgREST exposes; `app` holds helpers that no client can call by name.
create schema app;
grant usage on schema app to anon, authenticated, service_role;

-- Hosted Supabase grants everything on new objects to its API roles. Here nothing is reachable until it is granted.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated;
alter default privileges revoke execute on functions from public;

-- == Failing ==========================================================================================================
-- The one error channel: PostgREST turns errcode PT<status> into that HTTP status, and lib/platform/errors.ts reads
-- the code from `hint` and the JSON from `detail`.
create function app.fail(status int, code text, message text, detail jsonb default '{}') returns void
language plpgsql as $$
begin
  raise exception using errcode = 'PT' || status, message = message, hint = code, detail = detail::text;
end $$;

create function app.not_found(what text) returns void language plpgsql as $$
begin
  perform app.fail(404, 'NOT_FOUND', what || ' was not found.');
end $$;

-- A field of a body is wrong in a way only the database can see.
create function app.invalid(field text, message text) returns void language plpgsql as $$
begin
  perform app.fail(400, 'VALIDATION_ERROR', message, jsonb_build_object(field, jsonb_build_array(message)));
end $$;

-- Some REST servers hand a jsonb argument over as a JSON string; this reads both.
create function app.body(value jsonb) returns jsonb language sql immutable parallel safe as $$
  select case jsonb_typeof(value) when 'string' then (value #>> '{}')::jsonb else value end
$$;

-- == Text =============================================================================================================
-- Folds Turkish text for search: I/ı/İ/i are one letter, accents fall away, everything is lower case.
create function app.fold(value text) returns text language sql immutable parallel safe strict as $$
  select lower(translate(value, 'İIıŞşĞğÜüÖöÇçÂâÎîÛûÉé', 'iiissgguuooccaaiiuuee'))
$$;

-- Sorts Turkish text as a Turkish dictionary does (ç after c, ı before i).
create collation if not exists app.turkish (provider = icu, locale = 'tr-TR');

create function app.slug(value text) returns text language sql immutable parallel safe strict as $$
  select trim(both '-' from regexp_replace(app.fold(value), '[^a-z0-9]+', '-', 'g'))
$$;

-- == Geometry =========================================================================================================
-- Great-circle distance in metres.
create function app.distance_m(lat1 float8, lng1 float8, lat2 float8, lng2 float8) returns float8
language sql immutable parallel safe strict as $$
  select 2 * 6371000 * asin(least(1, sqrt(
    sin(radians(lat2 - lat1) / 2) ^ 2
    + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lng2 - lng1) / 2) ^ 2)))
$$;

-- A GeoJSON ring ([[lng, lat], …]) as a Postgres polygon.
create function app.ring(ring jsonb) returns polygon language sql immutable parallel safe strict as $$
  select ('(' || string_agg('(' || (p ->> 0) || ',' || (p ->> 1) || ')', ',' order by n) || ')')::polygon
  from jsonb_array_elements(ring) with ordinality as points (p, n)
$$;

-- The polygons of a GeoJSON Polygon or MultiPolygon, each an array of rings.
create function app.polygons(zone jsonb) returns setof jsonb language sql immutable parallel safe strict as $$
  select case zone ->> 'type' when 'Polygon' then zone -> 'coordinates' end where zone ->> 'type' = 'Polygon'
  union all
  select polygon from jsonb_array_elements(case zone ->> 'type' when 'MultiPolygon' then zone -> 'coordinates' else '[]' end) as polygon
$$;

-- Inside an outer ring and in none of its holes. GeoJSON is RFC 7946: [longitude, latitude].
create function app.point_in_zone(zone jsonb, lat float8, lng float8) returns boolean
language sql immutable parallel safe strict as $$
  select exists (
    select from app.polygons(zone) as rings
    where app.ring(rings -> 0) @> point(lng, lat)
      and not exists (
        select from jsonb_array_elements(rings) with ordinality as holes (hole, n)
        where n > 1 and app.ring(hole) @> point(lng, lat)))
$$;

create function app.zone_box(zone jsonb) returns box language sql immutable parallel safe strict as $$
  select box(point(max((p ->> 0)::float8), max((p ->> 1)::float8)), point(min((p ->> 0)::float8), min((p ->> 1)::float8)))
  from app.polygons(zone) as rings, jsonb_array_elements(rings -> 0) as p
$$;

-- Every ring closed, of 4 to 500 points inside the world: what app.ring() can read without failing.
create function app.is_zone(zone jsonb) returns boolean language plpgsql immutable parallel safe as $$
declare
  ring jsonb;
  seen boolean := false;
begin
  if zone is null or zone ->> 'type' not in ('Polygon', 'MultiPolygon') or jsonb_typeof(zone -> 'coordinates') <> 'array' then
    return false;
  end if;
  for ring in select r from app.polygons(zone) as rings, jsonb_array_elements(rings) as r loop
    seen := true;
    if jsonb_array_length(ring) not between 4 and 500 or ring -> 0 <> ring -> -1 or exists (
      select from jsonb_array_elements(ring) as p
      where jsonb_array_length(p) <> 2
        or not (p ->> 0)::float8 between -180 and 180 or not (p ->> 1)::float8 between -90 and 90
    ) then
      return false;
    end if;
  end loop;
  return seen;
exception when others then
  return false;
end $$;

-- == Idempotency keys =================================================================================================
-- A key is claimed by inserting its row and answered by updating it, in the transaction that does the work: twenty equal
-- requests wait on one row, and a failure leaves no trace. Requirement B2: per actor, kept for 24 h.
create table public.idempotency_keys (
  actor_id uuid not null,
  key uuid not null,
  operation text not null,
  request_hash text not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (actor_id, key)
);
create index idempotency_keys_age on public.idempotency_keys (created_at);
alter table public.idempotency_keys enable row level security;

-- Claims the key for this transaction. Null: the work is ours to do. Otherwise: the response stored by the first request.
-- Raises 409 IDEMPOTENCY_CONFLICT when the key came with another body or for another operation.
create function app.claim_key(actor uuid, claimed_key uuid, operation text, body jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  hash text := encode(sha256(convert_to(body::text, 'UTF8')), 'hex');
  claimed public.idempotency_keys;
begin
  insert into public.idempotency_keys as k (actor_id, key, operation, request_hash)
  values (actor, claimed_key, operation, hash)
  on conflict (actor_id, key) do update
    set operation = excluded.operation, request_hash = excluded.request_hash, response = null, created_at = now()
    where k.created_at < now() - interval '24 hours';
  if found then
    return null;
  end if;
  select * into claimed from public.idempotency_keys k where k.actor_id = actor and k.key = claimed_key;
  if claimed.operation <> operation or claimed.request_hash <> hash then
    perform app.fail(409, 'IDEMPOTENCY_CONFLICT', 'This Idempotency-Key was already used with another request.');
  end if;
  return claimed.response;
end $$;

-- Stores the answer a repeat will get, and returns it as a first answer.
create function app.answer_key(actor uuid, claimed_key uuid, answer jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  update public.idempotency_keys set response = answer where actor_id = actor and key = claimed_key;
  return jsonb_build_object('replayed', false, 'body', answer);
end $$;

-- == Events ===========================================================================================================
-- What happened, in order, for ever. A stream is one order or wallet; its version is the row's version after the event.
create table public.events (
  id bigint generated always as identity primary key,
  stream_type text not null check (stream_type in ('order', 'wallet')),
  stream_id uuid not null,
  version int not null check (version > 0),
  type text not null,
  actor_id uuid,
  actor_role text not null,
  request_id text,
  data jsonb not null default '{}', -- what readers are told
  changes jsonb, -- of an order: the columns of its row that became different; of a new one, all of them. What replay needs, and nobody else
  schema_version int not null default 2, -- of `changes`: app.upcast_event() brings an older one up to date
  at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(), -- who reads on from a position must not pass a transaction that still runs
  unique (stream_type, stream_id, version)
) with (toast_tuple_target = 8160); -- compressing a new order costs more than the half kilobyte it saves
create index events_committed on public.events (xid, id);
alter table public.events enable row level security;

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  perform app.fail(409, 'INVALID_TRANSITION', tg_table_name || ' is append-only.');
  return null;
end $$;
create trigger events_are_immutable before update or delete or truncate on public.events
  for each statement execute function app.refuse_change();

-- The columns of a row that an update made different, as JSON.
create function app.changed(was jsonb, becomes jsonb) returns jsonb language plpgsql immutable as $$
begin
  return (select jsonb_object_agg(c.key, c.value) from jsonb_each(becomes) c where c.value is distinct from was -> c.key);
end $$;

-- The id of the HTTP request this transaction serves, or null.
create function app.request_id() returns text language sql stable as $$
  select left(nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-request-id', 100)
$$;

-- Answers true to anyone: what the health check calls.
create function public.health() returns boolean language sql stable as $$ select true $$;

-- == Rights ===========================================================================================================
grant execute on function app.fail, app.not_found, app.invalid, app.body, app.fold, app.distance_m, app.point_in_zone, app.ring, app.polygons,
  app.request_id to anon, authenticated;
grant select (id, stream_type, stream_id, version, type, actor_id, actor_role, request_id, data, at) on public.events to authenticated;
revoke insert, update, delete, truncate on public.events from service_role;
grant execute on function public.health to anon, authenticated;
