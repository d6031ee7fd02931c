-- What:  the record of what operators did: who, what, on what, why, in which request, and what it changed.
-- Why:   who may do anything must be seen to have done it. A command writes its entry in its own transaction, so nothing happens unrecorded
--        and nothing is recorded that did not happen. Each entry holds the hash of the one before it: whoever changes the past behind the
--        record's back breaks the chain, and check_audit() says where.
-- Back:  supabase/rollbacks/20261101000210_audit.sql
-- Order: tables · policies · writing · reading · checking · rights

create table public.audit_entries (
  id bigint primary key check (id > 0), -- without gaps
  at timestamptz not null,
  actor_id uuid not null, -- references nothing: the record outlives the account
  action text not null check (action ~ '^[a-z_]+\.[a-z_]+$'),
  subject_type text not null,
  subject_id text not null,
  reason text,
  request_id text,
  before jsonb, -- what became different, as it was
  after jsonb, -- and as it is
  previous bytea not null,
  hash bytea not null
);
create index audit_entries_actor on public.audit_entries (actor_id, id desc);
create index audit_entries_action on public.audit_entries (action, id desc);
create index audit_entries_subject on public.audit_entries (subject_type, subject_id, id desc);
create trigger audit_entries_are_immutable before update or delete or truncate on public.audit_entries
  for each statement execute function app.refuse_change();

-- The chain's end: entries are written one after another, and the newest cannot be cut off unseen.
create table public.audit_head (
  one boolean primary key default true check (one),
  id bigint not null,
  hash bytea not null
);
insert into public.audit_head (id, hash) values (0, sha256('kapgel'));

-- == Policies =========================================================================================================
alter table public.audit_entries enable row level security;
alter table public.audit_head enable row level security;
-- Read through functions only.

-- == Writing ==========================================================================================================
-- What an entry's hash is of: everything in it, in one spelling whatever the session's time zone.
create function app.audit_hash(e public.audit_entries) returns bytea language plpgsql immutable as $$
begin
  return sha256(convert_to(encode(e.previous, 'hex') || jsonb_build_array(e.id, extract(epoch from e.at)::text, e.actor_id, e.action, e.subject_type,
    e.subject_id, e.reason, e.request_id, e.before, e.after)::text, 'UTF8'));
end $$;

-- Records what the caller, an operator, has just done. `was` and `becomes` are the subject before and after; what is equal in both is left out.
-- The chain's end is locked until the transaction is over: call this last, after every other lock is held.
create function app.audit(of_action text, of_subject_type text, of_subject text, why text default null, was jsonb default null, becomes jsonb default null)
returns void language plpgsql security definer set search_path = '' as $$
declare
  head public.audit_head;
  entry public.audit_entries;
begin
  select * into head from public.audit_head for update;
  entry.id := head.id + 1;
  entry.at := clock_timestamp();
  entry.actor_id := auth.uid();
  entry.action := of_action;
  entry.subject_type := of_subject_type;
  entry.subject_id := of_subject;
  entry.reason := nullif(trim(why), '');
  entry.request_id := app.request_id();
  entry.before := case when becomes is null then was else app.changed(becomes, was) end;
  entry.after := case when was is null then becomes else app.changed(was, becomes) end;
  entry.previous := head.hash;
  entry.hash := app.audit_hash(entry);
  insert into public.audit_entries select entry.*;
  update public.audit_head set id = entry.id, hash = entry.hash;
end $$;

-- == Reading ==========================================================================================================
create function app.audit_json(e public.audit_entries) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object('id', e.id::text, 'at', e.at, 'action', e.action, 'subject_type', e.subject_type, 'subject_id', e.subject_id, 'reason', e.reason,
    'request_id', e.request_id, 'before', e.before, 'after', e.after, 'hash', encode(e.hash, 'hex'),
    'actor', jsonb_build_object('id', e.actor_id, 'full_name', (select u.full_name from public.users u where u.id = e.actor_id)));
end $$;

-- A page of the record for operators, newest first: {data, next_cursor}. filter: {action?, actor_id?, subject_type?, subject_id?, limit?, cursor?}.
create function public.list_audit(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  below bigint := coalesce((app.read_cursor(body ->> 'cursor', 'number') ->> 0)::bigint, 9223372036854775807);
begin
  perform app.require_role('admin');
  return (
    select app.page(array_agg(app.audit_json(e) order by e.id desc), array_agg(jsonb_build_array(e.id) order by e.id desc), size)
    from (
      select x.* from public.audit_entries x
      where x.id < below
        and (body ->> 'action' is null or x.action = body ->> 'action')
        and (body ->> 'actor_id' is null or x.actor_id = (body ->> 'actor_id')::uuid)
        and (body ->> 'subject_type' is null or x.subject_type = body ->> 'subject_type')
        and (body ->> 'subject_id' is null or x.subject_id = body ->> 'subject_id')
      order by x.id desc limit size + 1) e);
end $$;

-- == Checking =========================================================================================================
-- Follows the chain from its first entry to its end: {entries, broken_at: null | the id of the first entry that is not as it was written}.
-- An entry that is missing breaks the chain at its place; one cut off at the end, at the place after the last.
create function public.check_audit() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  n bigint;
  broken bigint;
  last_hash bytea;
  head public.audit_head;
begin
  perform app.require_role('admin');
  select * into head from public.audit_head;
  select count(*), min(c.place) filter (where c.id <> c.place or c.previous <> c.before_it or c.hash <> c.computed) into n, broken
  from (
    select e.id, e.previous, e.hash, app.audit_hash(e) as computed, row_number() over chain as place,
      lag(e.hash, 1, sha256('kapgel')) over chain as before_it
    from public.audit_entries e window chain as (order by e.id)) c;
  if broken is null then
    select e.hash into last_hash from public.audit_entries e order by e.id desc limit 1;
    if head.id <> n or head.hash <> coalesce(last_hash, sha256('kapgel')) then
      broken := n + 1;
    end if;
  end if;
  return jsonb_build_object('entries', n, 'broken_at', broken::text);
end $$;

-- == Rights ===========================================================================================================
revoke insert, update, delete, truncate on public.audit_entries, public.audit_head from service_role;
grant execute on function public.list_audit, public.check_audit to authenticated;
