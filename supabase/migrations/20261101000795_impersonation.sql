-- What:  an operator sees what a person sees: read-only, for a quarter of an hour at most, with a reason that is kept.
-- Why:   "it does not show my order" is understood by looking. No token of that person is ever made: the operator's own token comes with the id of
--        a look that the database knows, and this function, which PostgREST runs before every request (its db-pre-request), makes the one request
--        that person's and the transaction read-only. What Postgres refuses to write, no forgotten check can let through.
-- Back:  supabase/rollbacks/20261101000795_impersonation.sql
-- Order: table · before every request · beginning and ending · rights and settings

create table public.impersonations (
  id uuid primary key default gen_random_uuid(),
  operator_id uuid not null references public.users (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  reason text not null check (length(reason) between 1 and 1000),
  started_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '15 minutes' check (expires_at <= started_at + interval '15 minutes'),
  ended_at timestamptz
);
create index impersonations_operator on public.impersonations (operator_id, started_at desc);
create index impersonations_user on public.impersonations (user_id);
alter table public.impersonations enable row level security;
-- Read through functions only.

-- == Before every request =============================================================================================
-- Turns a request with the header X-View-As into one of the person looked at. Raises 403 for a look that is over, another operator's, or none at all:
-- going on as oneself would show one person's page under another's name.
create function app.before_request() returns void language plpgsql security definer set search_path = '' as $$
declare
  sent text := nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-view-as';
  person uuid;
begin
  if sent is null then
    return;
  end if;
  select i.user_id into person from public.impersonations i
    join public.users o on o.id = i.operator_id and o.role = 'admin' and o.suspended_at is null
    join public.users u on u.id = i.user_id and u.role <> 'admin'
  where i.id = app.as_uuid(sent) and i.operator_id = auth.uid() and i.ended_at is null and i.expires_at > now();
  if person is null then
    perform app.fail(403, 'FORBIDDEN', 'This look at somebody''s account is over.');
  end if;
  perform set_config('request.jwt.claims', (current_setting('request.jwt.claims')::jsonb || jsonb_build_object('sub', person))::text, true),
    set_config('transaction_read_only', 'on', true);
end $$;

-- == Beginning and ending =============================================================================================
create function app.impersonation_json(i public.impersonations) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (select jsonb_build_object('id', i.id, 'expires_at', i.expires_at,
    'user', jsonb_build_object('id', u.id, 'full_name', u.full_name, 'role', u.role)) from public.users u where u.id = i.user_id);
end $$;

-- The caller's looks that are not over end now. Returns how many.
create function app.end_impersonations(operator uuid) returns int language plpgsql security definer set search_path = '' as $$
declare
  i public.impersonations;
  ended int := 0;
begin
  for i in
    update public.impersonations x set ended_at = now() where x.operator_id = operator and x.ended_at is null and x.expires_at > now() returning *
  loop
    perform app.audit('impersonation.ended', 'user', i.user_id::text, null, null, jsonb_build_object('impersonation_id', i.id));
    ended := ended + 1;
  end loop;
  return ended;
end $$;

-- An operator begins to look at a person's account: {id, expires_at, user: {id, full_name, role}}. An earlier look of theirs ends. Raises 404, 400
-- without a reason, 403 for another operator's account.
create function public.start_impersonation(user_id uuid, reason text) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  operator uuid := app.require_role('admin');
  person public.users;
  i public.impersonations;
begin
  if nullif(trim(reason), '') is null then
    perform app.invalid('reason', 'Say why.');
  end if;
  select u.* into person from public.users u where u.id = start_impersonation.user_id;
  if person.id is null then
    perform app.not_found('The account');
  elsif person.role = 'admin' then
    perform app.fail(403, 'FORBIDDEN', 'Another operator''s account is not looked at.');
  end if;
  perform app.end_impersonations(operator);
  insert into public.impersonations (operator_id, user_id, reason) values (operator, person.id, trim(start_impersonation.reason)) returning * into i;
  perform app.audit('impersonation.started', 'user', person.id::text, i.reason, null,
    jsonb_build_object('impersonation_id', i.id, 'expires_at', i.expires_at));
  return app.impersonation_json(i);
end $$;

-- The caller's look that is going on, as start_impersonation() answers it; null when there is none.
create function public.current_impersonation() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  operator uuid := app.require_role('admin');
begin
  return (
    select app.impersonation_json(i) from public.impersonations i
    where i.operator_id = operator and i.ended_at is null and i.expires_at > now() order by i.started_at desc limit 1);
end $$;

-- Ends the caller's look. Nothing happens when there is none.
create function public.end_impersonation() returns void language plpgsql security definer set search_path = '' as $$
begin
  perform app.end_impersonations(app.require_role('admin'));
end $$;

-- == Rights and settings ==============================================================================================
grant execute on function app.before_request to anon, authenticated, service_role;
grant execute on function public.start_impersonation, public.current_impersonation, public.end_impersonation to authenticated;
-- PostgREST reads its settings from its own role, hosted and embedded alike.
alter role authenticator set pgrst.db_pre_request = 'app.before_request';
notify pgrst, 'reload config';
