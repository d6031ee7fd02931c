-- What:  how a business becomes a vendor: a customer applies, an operator decides; and the operator's switch on vendors.
-- Why:   approval is one transaction: the vendor, its first branch, its member and the applicant's role appear together or not at
--        all, and of two operators deciding at once one wins.
-- Back:  supabase/rollbacks/20261101000460_applications.sql
-- Order: record of verifications · applications · vendors · rights

-- Who let a vendor in or out, when and why. Append-only.
create table public.vendor_verifications (
  id bigint generated always as identity primary key,
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  verified boolean not null,
  reason text not null check (length(reason) between 1 and 1000),
  decided_by uuid references public.users (id) on delete set null,
  at timestamptz not null default now()
);
create index vendor_verifications_vendor on public.vendor_verifications (vendor_id, at desc);
create index vendor_verifications_decided_by on public.vendor_verifications (decided_by);
alter table public.vendor_verifications enable row level security;
create policy "operators see who let vendors in" on public.vendor_verifications for select to authenticated using ((select app.is_admin()));
create index vendors_newest on public.vendors (created_at desc, id desc);
create index vendor_applications_newest on public.vendor_applications (created_at desc, id desc);

-- == Applications =====================================================================================================
-- {id, status, business_name, business_type, legal_name, tax_number, tax_office, iban, contact_name, contact_phone, address_text,
-- district_id, district, city, lat, lng, note, decided_at, decision_reason, vendor_id, created_at, papers: [app.paper_json()]}.
create function app.application_json(a public.vendor_applications) returns jsonb language sql stable as $$
  select to_jsonb(a) - 'applicant_id' - 'decided_by' || jsonb_build_object('district', d.name, 'city', c.name, 'papers', app.papers_of(a.id))
  from public.districts d join public.cities c on c.id = d.city_id where d.id = a.district_id
$$;

-- As an operator sees it: with applicant {id, full_name, email, phone}.
create function app.application_for_operator(a public.vendor_applications) returns jsonb language sql stable as $$
  select app.application_json(a) || jsonb_build_object('applicant',
    jsonb_build_object('id', u.id, 'full_name', u.full_name, 'email', u.email, 'phone', u.phone))
  from public.users u where u.id = a.applicant_id
$$;

-- A customer asks to become a vendor, with the papers sent before. One application at a time: 400 on `business_name` while one waits.
create function public.submit_application(body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  actor uuid := app.require_role('customer');
  made public.vendor_applications;
begin
  if not app.flag_on('applications', actor) then
    perform app.fail(422, 'APPLICATIONS_PAUSED', 'No applications are taken for the moment.');
  end if;
  perform app.check_district((given ->> 'district_id')::int);
  insert into public.vendor_applications (applicant_id, business_name, business_type, legal_name, tax_number, tax_office, iban,
    contact_name, contact_phone, address_text, district_id, lat, lng, note)
  values (actor, given ->> 'business_name', (given ->> 'business_type')::public.business_type, given ->> 'legal_name',
    given ->> 'tax_number', given ->> 'tax_office', given ->> 'iban', given ->> 'contact_name', given ->> 'contact_phone',
    given ->> 'address_text', (given ->> 'district_id')::int, (given ->> 'lat')::float8, (given ->> 'lng')::float8,
    coalesce(given ->> 'note', ''))
  on conflict (applicant_id) where status = 'pending' do nothing
  returning * into made;
  if made.id is null then
    perform app.invalid('business_name', 'Your earlier application is still being looked at.');
  end if;
  perform from public.users u where u.id = actor for no key update; -- no paper is announced meanwhile
  perform app.attach_papers(made);
  return app.application_json(made);
end $$;

-- The caller's own applications, newest first: {data, next_cursor: null}, the last 50.
create function public.my_applications() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer', 'vendor_admin');
begin
  return (
    select jsonb_build_object('next_cursor', null, 'data', coalesce(jsonb_agg(app.application_json(mine.a) order by mine.created_at desc), '[]'))
    from (
      select a, a.created_at from public.vendor_applications a where a.applicant_id = actor order by a.created_at desc limit 50) as mine);
end $$;

-- All applications for an operator, newest first: {data, next_cursor}. filter: {status?, limit?, cursor?}.
create function public.list_applications(filter jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := app.read_cursor(body ->> 'cursor', 'time', 'uuid');
begin
  perform app.require_role('admin');
  return (
    select app.page(array_agg(app.application_for_operator(page.a) order by created_at desc, id desc),
      array_agg(jsonb_build_array(created_at, id) order by created_at desc, id desc), size)
    from (
      select a, a.created_at, a.id from public.vendor_applications a
      where (body ->> 'status' is null or a.status = (body ->> 'status')::public.application_status)
        and (after is null or (a.created_at, a.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid))
      order by a.created_at desc, a.id desc limit size + 1) as page);
end $$;

-- The vendor an approval makes: a slug of its own, verified, the applicant as its member, and a first branch at the address given, open
-- 09:00–22:00 every day but hidden until its owner has filled the menu.
create function app.open_vendor(a public.vendor_applications, operator uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  base text := coalesce(nullif(app.slug(a.business_name), ''), 'vendor');
  made uuid;
  branch uuid;
begin
  for n in 1 .. 1000 loop -- two vendors of one name: the second is name-2
    insert into public.vendors (slug, name, business_type, verified)
    values (base || case when n = 1 then '' else '-' || n end, a.business_name, a.business_type, true)
    on conflict (slug) do nothing returning id into made;
    exit when made is not null;
  end loop;
  insert into public.vendor_members (vendor_id, user_id) values (made, a.applicant_id);
  insert into public.branches (vendor_id, name, district_id, address_text, phone, lat, lng, zone, active)
  values (made, a.business_name, a.district_id, a.address_text, a.contact_phone, a.lat, a.lng, app.zone_around(a.lat, a.lng, 1500), false)
  returning id into branch;
  insert into public.branch_hours (branch_id, weekday, opens, closes) select branch, day, '09:00', '22:00' from generate_series(0, 6) as day;
  insert into public.vendor_verifications (vendor_id, verified, reason, decided_by) values (made, true, 'APPLICATION_APPROVED', operator);
  return made;
end $$;

-- An operator decides {decision: approved|rejected, reason?}; a rejection needs its reason. Raises 409 INVALID_TRANSITION with the
-- present status when it is decided already, or when the applicant is no customer any more.
create function public.decide_application(application_id uuid, body jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  operator uuid := app.require_role('admin');
  decision public.application_status := given ->> 'decision';
  reason text := nullif(trim(given ->> 'reason'), '');
  a public.vendor_applications;
begin
  if decision is null or decision = 'pending' then
    perform app.invalid('decision', 'Decide approved or rejected.');
  elsif decision = 'rejected' and reason is null then
    perform app.invalid('reason', 'Tell the applicant why.');
  end if;
  select x.* into a from public.vendor_applications x where x.id = application_id for update;
  if a.id is null then
    perform app.not_found('The application');
  elsif a.status <> 'pending' then
    perform app.fail(409, 'INVALID_TRANSITION', 'This application is decided already.', jsonb_build_object('current', a.status));
  end if;
  if decision = 'approved' then
    update public.users u set role = 'vendor_admin', updated_at = now() where u.id = a.applicant_id and u.role in ('customer', 'vendor_admin');
    if not found then
      perform app.fail(409, 'INVALID_TRANSITION', 'The applicant''s account is no customer''s any more.', jsonb_build_object('current', a.status));
    end if;
    a.vendor_id := app.open_vendor(a, operator);
  end if;
  update public.vendor_applications x
  set status = decision, decided_by = operator, decided_at = now(), decision_reason = reason, vendor_id = a.vendor_id
  where x.id = a.id returning * into a;
  perform app.audit('application.' || a.status, 'application', a.id::text, reason, '{"status": "pending"}',
    jsonb_build_object('status', a.status, 'vendor_id', a.vendor_id));
  return app.application_for_operator(a);
end $$;

-- == Vendors ==========================================================================================================
-- {id, slug, name, business_type, image_url, verified, rating, rating_count, created_at, owner: {full_name, email, phone} | null, branch_count,
-- active_branch_count, product_count, courier_count, last_decision: {verified, reason, at} | null}.
create function app.vendor_for_operator(v public.vendors) returns jsonb language plpgsql stable as $$
begin -- plpgsql, for couriers are a later file's
  return jsonb_build_object(
    'id', v.id, 'slug', v.slug, 'name', v.name, 'business_type', v.business_type, 'image_url', v.image_url, 'verified', v.verified,
    'rating', v.rating, 'rating_count', v.rating_count, 'created_at', v.created_at,
    'owner', (
      select jsonb_build_object('full_name', u.full_name, 'email', u.email, 'phone', u.phone)
      from public.vendor_members m join public.users u on u.id = m.user_id where m.vendor_id = v.id order by m.created_at limit 1),
    'branch_count', (select count(*) from public.branches b where b.vendor_id = v.id),
    'active_branch_count', (select count(*) from public.branches b where b.vendor_id = v.id and b.active),
    'product_count', (select count(*) from public.products p where p.vendor_id = v.id and p.deleted_at is null),
    'courier_count', (select count(*) from public.couriers c where c.vendor_id = v.id and c.active),
    'last_decision', (
      select jsonb_build_object('verified', d.verified, 'reason', d.reason, 'at', d.at)
      from public.vendor_verifications d where d.vendor_id = v.id order by d.at desc, d.id desc limit 1));
end $$;

-- All vendors for an operator, newest first: {data, next_cursor}. filter: {q?, verified?, limit?, cursor?}.
create function public.list_admin_vendors(filter jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := app.read_cursor(body ->> 'cursor', 'time', 'uuid');
  words text := nullif(trim(app.fold(left(body ->> 'q', 80))), '');
begin
  perform app.require_role('admin');
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  return (
    select app.page(array_agg(app.vendor_for_operator(page.v) order by created_at desc, id desc),
      array_agg(jsonb_build_array(created_at, id) order by created_at desc, id desc), size)
    from (
      select v, v.created_at, v.id from public.vendors v
      where (words is null or v.folded operator(extensions.%>) words)
        and (body ->> 'verified' is null or v.verified = (body ->> 'verified')::boolean)
        and (after is null or (v.created_at, v.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid))
      order by v.created_at desc, v.id desc limit size + 1) as page);
end $$;

-- An operator suspends (verified: false) or reinstates a vendor, with a reason. A suspended vendor is in no list and takes no new
-- order; orders already placed go on.
create function public.set_vendor_verified(vendor_id uuid, verified boolean, reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  operator uuid := app.require_role('admin');
  was public.vendors;
  saved public.vendors;
begin
  if nullif(trim(reason), '') is null then
    perform app.invalid('reason', 'Say why.');
  end if;
  select v.* into was from public.vendors v where v.id = set_vendor_verified.vendor_id for no key update;
  update public.vendors v set verified = set_vendor_verified.verified, updated_at = now()
  where v.id = set_vendor_verified.vendor_id returning * into saved;
  if saved.id is null then
    perform app.not_found('The vendor');
  end if;
  insert into public.vendor_verifications (vendor_id, verified, reason, decided_by)
  values (saved.id, saved.verified, trim(set_vendor_verified.reason), operator);
  perform app.audit(case when saved.verified then 'vendor.reinstated' else 'vendor.suspended' end, 'vendor', saved.id::text, set_vendor_verified.reason,
    jsonb_build_object('verified', was.verified), jsonb_build_object('verified', saved.verified));
  return app.vendor_for_operator(saved);
end $$;

-- == Rights ===========================================================================================================
revoke all on public.vendor_verifications from anon, authenticated;
grant select on public.vendor_verifications to authenticated;
grant execute on function public.submit_application, public.my_applications, public.list_applications, public.decide_application,
  public.list_admin_vendors, public.set_vendor_verified to authenticated;
