-- What:  the papers of who applies: a row for each file in the bucket `papers`, whose it is, what it is, and what an operator thinks of it.
-- Why:   the row comes before its file and decides everything: that there are six at most, whoever sends twenty at once; that the same file
--        sent again is the same row; who may open it. A row's file has a name of its own, so a file without a row is nobody's and may go. A row
--        counts once its file has arrived (`kept`).
-- Back:  supabase/rollbacks/20261101000455_papers.sql
-- Order: table · the applicant's · the operator's · rights

create type public.paper_kind as enum ('tax_plate', 'signature_circular', 'identity', 'other');

create table public.application_papers (
  id uuid primary key default gen_random_uuid(),
  applicant_id uuid not null references public.users (id) on delete cascade,
  application_id uuid references public.vendor_applications (id) on delete cascade, -- null: its application is not sent yet
  kind public.paper_kind not null,
  name text not null check (length(name) between 1 and 120), -- the file's, as the applicant calls it
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  size int not null check (size between 1 and 4194304),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kept boolean not null default false,
  fine boolean, -- an operator's mark; null: none yet
  remark text check (length(remark) between 1 and 500),
  marked_by uuid references public.users (id) on delete set null,
  marked_at timestamptz,
  created_at timestamptz not null default now(),
  check ((fine is null) = (marked_at is null)),
  check (fine is distinct from false or remark is not null)
);
create index application_papers_applicant on public.application_papers (applicant_id, created_at);
create index application_papers_application on public.application_papers (application_id, created_at);
create index application_papers_marked_by on public.application_papers (marked_by);
alter table public.application_papers enable row level security;
-- Read through functions only: where a file lies is nobody's business.

-- {id, kind, name, type, size, fine, remark, marked_at, created_at}.
create function app.paper_json(p public.application_papers) returns jsonb language sql stable as $$
  select jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'type', p.type, 'size', p.size, 'fine', p.fine, 'remark', p.remark,
    'marked_at', p.marked_at, 'created_at', p.created_at)
$$;

-- An application's papers in the order they came.
create function app.papers_of(application uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(app.paper_json(p) order by p.created_at, p.id), '[]')
  from public.application_papers p where p.application_id = application and p.kept
$$;

-- Its file's name in the bucket.
create function app.paper_file(p public.application_papers) returns text language sql stable as $$
  select p.applicant_id || '/' || p.id || case p.type when 'application/pdf' then '.pdf' when 'image/png' then '.png' else '.jpeg' end
$$;

-- == The applicant's ==================================================================================================
-- Announces a file {kind, name, type, size, sha256} for the application that waits, or else for the next one: {id, file, kept}. A file that is
-- there already is answered again. Raises 400 on `file` for the seventh.
create function public.announce_paper(paper jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(paper);
  actor uuid := app.require_role('customer');
  waiting uuid;
  p public.application_papers;
begin
  select a.id into waiting from public.vendor_applications a where a.applicant_id = actor and a.status = 'pending' for share;
  perform from public.users u where u.id = actor for no key update; -- two at once cannot both be the sixth
  if waiting is null then -- or sent while we waited
    select a.id into waiting from public.vendor_applications a where a.applicant_id = actor and a.status = 'pending';
  end if;
  delete from public.application_papers x where x.applicant_id = actor and not x.kept and x.created_at < now() - interval '10 minutes';
  select x.* into p from public.application_papers x
  where x.applicant_id = actor and x.application_id is not distinct from waiting and x.sha256 = given ->> 'sha256' and x.kind = (given ->> 'kind')::public.paper_kind;
  if p.id is null then
    if (select count(*) from public.application_papers x where x.applicant_id = actor and x.application_id is not distinct from waiting) >= 6 then
      perform app.invalid('file', 'An application has six papers at most. Remove one first.');
    end if;
    insert into public.application_papers (applicant_id, application_id, kind, name, type, size, sha256)
    values (actor, waiting, (given ->> 'kind')::public.paper_kind, given ->> 'name', given ->> 'type', (given ->> 'size')::int, given ->> 'sha256')
    returning * into p;
  end if;
  return jsonb_build_object('id', p.id, 'file', app.paper_file(p), 'kept', p.kept);
end $$;

-- Its file has arrived: the paper counts.
create function public.keep_paper(paper_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
  p public.application_papers;
begin
  update public.application_papers x set kept = true where x.id = keep_paper.paper_id and x.applicant_id = actor returning * into p;
  if p.id is null then
    perform app.not_found('The paper');
  end if;
  return app.paper_json(p);
end $$;

-- The caller's papers for an application that is not sent yet: {data, next_cursor: null}.
create function public.list_my_papers() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
begin
  return (
    select jsonb_build_object('next_cursor', null, 'data', coalesce(jsonb_agg(app.paper_json(p) order by p.created_at, p.id), '[]'))
    from public.application_papers p where p.applicant_id = actor and p.application_id is null and p.kept);
end $$;

-- Takes a paper back, and answers its file's name. Until the application is decided; what an operator has found fine stays: 409.
create function public.remove_paper(paper_id uuid) returns text language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
  p public.application_papers;
  status public.application_status;
begin
  select x.* into p from public.application_papers x where x.id = remove_paper.paper_id and x.applicant_id = actor;
  if p.id is null then
    perform app.not_found('The paper');
  end if;
  -- The application first, as whoever decides it does.
  select a.status into status from public.vendor_applications a where a.id = p.application_id for share;
  select x.* into p from public.application_papers x where x.id = p.id for update;
  if p.id is null then
    perform app.not_found('The paper');
  elsif status <> 'pending' or p.fine then
    perform app.fail(409, 'INVALID_TRANSITION', 'This paper belongs to the application by now.',
      jsonb_build_object('current', case when p.fine then 'fine' else status::text end));
  end if;
  delete from public.application_papers x where x.id = p.id;
  return app.paper_file(p);
end $$;

-- What is sent with an application that is being sent.
create function app.attach_papers(a public.vendor_applications) returns void language sql as $$
  update public.application_papers set application_id = a.id where applicant_id = a.applicant_id and application_id is null
$$;

-- == The operator's ===================================================================================================
-- Where a paper lies, for whoever may open it: its applicant, or an operator, which is put on record. {file, name}; 404 for anybody else.
create function public.open_paper(paper_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer', 'vendor_admin', 'admin');
  p public.application_papers;
begin
  select x.* into p from public.application_papers x where x.id = open_paper.paper_id and x.kept
    and (x.applicant_id = actor or app.is_admin() and x.application_id is not null);
  if p.id is null then
    perform app.not_found('The paper');
  elsif p.applicant_id <> actor then
    perform app.audit('paper.opened', 'application', p.application_id::text, null, null, jsonb_build_object('paper', p.id, 'kind', p.kind));
  end if;
  return jsonb_build_object('file', app.paper_file(p), 'name', p.name);
end $$;

-- An operator marks a paper {fine, remark?}; what is not fine needs a remark, which the applicant reads. 409 once the application is decided.
create function public.mark_paper(paper_id uuid, mark jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(mark);
  operator uuid := app.require_role('admin');
  is_fine boolean := (given ->> 'fine')::boolean;
  why text := nullif(trim(given ->> 'remark'), '');
  p public.application_papers;
  was public.application_papers;
  status public.application_status;
begin
  if is_fine is null then
    perform app.invalid('fine', 'Say whether the paper is fine.');
  elsif not is_fine and why is null then
    perform app.invalid('remark', 'Tell the applicant what is wrong with it.');
  end if;
  select x.* into p from public.application_papers x where x.id = mark_paper.paper_id and x.kept and x.application_id is not null;
  if p.id is null then
    perform app.not_found('The paper');
  end if;
  select a.status into status from public.vendor_applications a where a.id = p.application_id for share;
  if status <> 'pending' then
    perform app.fail(409, 'INVALID_TRANSITION', 'This application is decided already.', jsonb_build_object('current', status));
  end if;
  select x.* into was from public.application_papers x where x.id = p.id for update;
  update public.application_papers x set fine = is_fine, remark = case when not is_fine then why end, marked_by = operator, marked_at = now()
  where x.id = p.id returning * into p;
  if was.id is null then
    perform app.not_found('The paper'); -- taken back meanwhile
  end if;
  perform app.audit('paper.marked', 'application', p.application_id::text, why, jsonb_build_object('paper', was.id, 'fine', was.fine),
    jsonb_build_object('paper', p.id, 'fine', p.fine));
  return app.paper_json(p);
end $$;

-- What has no use any more: announced files that never came, and papers for an application that was not sent within thirty days. Answers their
-- files' names, and those of files without a row, 500 at most: Storage deletes them (lib/identity/papers.ts).
create function public.purge_papers() returns text[] language plpgsql security definer set search_path = '' as $$
begin
  delete from public.application_papers p
  where not p.kept and p.created_at < now() - interval '1 day' or p.application_id is null and p.created_at < now() - interval '30 days';
  return array(
    select o.name from storage.objects o
    where o.bucket_id = 'papers' and o.created_at < now() - interval '1 day'
      and not exists (select from public.application_papers p where p.id::text = substring(o.name from '/([0-9a-f-]{36})'))
    limit 500);
end $$;

-- == Rights ===========================================================================================================
revoke all on public.application_papers from anon, authenticated;
grant execute on function public.announce_paper, public.keep_paper, public.list_my_papers, public.remove_paper, public.open_paper,
  public.mark_paper to authenticated;
grant execute on function public.purge_papers to service_role;
