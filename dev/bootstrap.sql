-- What hosted Supabase has before a project's first migration: roles, schemas, default rights, and a stand-in for the
-- database side of Realtime. Applied at every start, so every statement is repeatable.

-- == Roles ============================================================================================================
do $$
declare
  missing text;
begin
  for missing in
    select wanted from unnest(array['anon', 'authenticated', 'service_role', 'authenticator', 'dashboard_user',
      'supabase_admin', 'supabase_auth_admin', 'supabase_storage_admin', 'supabase_realtime_admin']) as wanted
    where wanted not in (select rolname from pg_roles)
  loop
    execute format('create role %I nologin noinherit', missing);
  end loop;
end $$;
alter role service_role bypassrls;
alter role supabase_admin superuser;
alter role authenticator login password 'postgres';
grant anon, authenticated, service_role to authenticator;
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';

-- == Schemas and default rights =======================================================================================
-- `supabase db reset` drops every schema of another owner than supabase_admin: the platform's own belong to it.
do $$
declare
  name text;
begin
  foreach name in array array['extensions', 'auth', 'realtime', 'storage'] loop
    execute format('create schema if not exists %I authorization supabase_admin', name);
    execute format('alter schema %I owner to supabase_admin', name);
  end loop;
end $$;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;
alter database postgres set search_path to "$user", public, extensions;
grant usage on schema public, extensions, auth, storage, realtime to anon, authenticated, service_role;

-- Only on the first start: a migration takes most of these back, and must not be undone by the next start.
do $$
begin
  if to_regclass('realtime.messages') is null then
    alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
    alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
    alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
    create publication supabase_realtime;
  end if;
end $$;

-- == Realtime =========================================================================================================
-- The columns of the hosted table. Policies on it decide who may join a private channel.
create table if not exists realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id uuid not null default gen_random_uuid(),
  primary key (id, inserted_at)
);
alter table realtime.messages enable row level security;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;
delete from realtime.messages where inserted_at < now() - interval '1 day'; -- hosted keeps three days

-- Where the Realtime server hears of them. Only new ones are of interest.
do $$
begin
  if not exists (select from pg_publication where pubname = 'supabase_realtime_messages_publication') then
    create publication supabase_realtime_messages_publication for table realtime.messages with (publish = 'insert');
  end if;
end $$;

-- The channel a policy is being asked about.
create or replace function realtime.topic() returns text language sql stable as $$
  select nullif(current_setting('realtime.topic', true), '')
$$;

-- Broadcasts a message when the transaction commits. As on hosted, a failure is a warning and never fails the caller.
create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void
language plpgsql as $$
declare
  message_id uuid := gen_random_uuid();
begin
  insert into realtime.messages (id, payload, event, topic, private, extension)
  values (message_id, case when jsonb_typeof(payload) = 'object' then jsonb_build_object('id', message_id) || payload else payload end,
    event, topic, private, 'broadcast');
exception when others then
  raise warning 'realtime.send: %', sqlerrm;
end $$;
grant execute on all functions in schema realtime to anon, authenticated, service_role;

-- == PostgREST ========================================================================================================
-- A change of the schema reloads PostgREST's cache of it.
create or replace function extensions.pgrst_watch() returns event_trigger language plpgsql as $$
begin
  notify pgrst, 'reload schema';
end $$;
drop event trigger if exists pgrst_ddl_watch;
create event trigger pgrst_ddl_watch on ddl_command_end
  when tag in ('CREATE SCHEMA', 'ALTER SCHEMA', 'CREATE TABLE', 'ALTER TABLE', 'CREATE VIEW', 'ALTER VIEW',
    'CREATE FUNCTION', 'ALTER FUNCTION', 'CREATE TYPE', 'ALTER TYPE', 'CREATE POLICY', 'GRANT', 'REVOKE', 'COMMENT')
  execute function extensions.pgrst_watch();
drop event trigger if exists pgrst_drop_watch;
create event trigger pgrst_drop_watch on sql_drop execute function extensions.pgrst_watch();
