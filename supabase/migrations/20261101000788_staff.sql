-- What:  a vendor's staff: accounts that the owner makes, gives a role and lets go.
-- Why:   what a role may do is rows of staff_rights, asked for by app.my_vendor_ids() and app.my_vendor() in each function and policy; so here
--        only people change. Who is let go keeps a sign-in that opens nothing.
-- Back:  supabase/rollbacks/20261101000788_staff.sql
-- Order: reading · changing · rights

create function app.staff_json(m public.vendor_members) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', m.user_id, 'full_name', u.full_name, 'email', u.email, 'phone', u.phone, 'role', m.role, 'active', m.active,
    'rights', (select jsonb_agg(r.may order by r.may) from public.staff_rights r where r.role = m.role), 'created_at', m.created_at)
  from public.users u where u.id = m.user_id
$$;

-- Who works for the caller's vendor, the owner first, those who left last: {data: [{id, full_name, email, phone, role, active, rights, created_at}],
-- next_cursor: null, roles: {role: its rights}}. A vendor has 50 at most.
create function public.list_staff(vendor_id uuid default null) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  vendor uuid := app.my_vendor(list_staff.vendor_id);
begin
  return jsonb_build_object('next_cursor', null,
    'data', (select jsonb_agg(app.staff_json(m) order by m.active desc, m.role, m.created_at, m.user_id) from public.vendor_members m where m.vendor_id = vendor),
    'roles', (select jsonb_object_agg(r.role, r.rights) from (
      select s.role, jsonb_agg(s.may order by s.may) as rights from public.staff_rights s group by s.role) r));
end $$;

-- Makes an account that can sign in at once: {email, full_name, password, role: manager|kitchen|cashier, phone?, vendor_id?}.
create function public.create_staff(person jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(person);
  vendor uuid := app.my_vendor((body ->> 'vendor_id')::uuid);
  made public.vendor_members;
  account uuid;
begin
  if body ->> 'role' is null or body ->> 'role' = 'owner' then
    perform app.invalid('role', 'A vendor has one owner. Choose another role.');
  elsif length(body ->> 'password') not between 8 and 72 then
    perform app.invalid('password', 'Choose a password of 8 to 72 characters.');
  end if;
  perform from public.vendors v where v.id = vendor for no key update; -- two at once cannot both be the fiftieth
  if (select count(*) from public.vendor_members m where m.vendor_id = vendor) >= 50 then
    perform app.invalid('email', 'A vendor can have 50 people.');
  end if;
  account := app.create_account(body ->> 'email', body ->> 'password', body ->> 'full_name', body ->> 'phone');
  update public.users set role = 'vendor_admin' where id = account;
  insert into public.vendor_members (vendor_id, user_id, role) values (vendor, account, (body ->> 'role')::public.staff_role) returning * into made;
  return app.staff_json(made);
end $$;

-- Changes one of the caller's staff: {role?, active?}. 404 for anyone else's; the owner cannot be changed (403).
create function public.update_staff(user_id uuid, patch jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(patch);
  actor uuid := app.require_role('vendor_admin');
  m public.vendor_members;
begin
  select x.* into m from public.vendor_members x
  where x.user_id = update_staff.user_id and x.vendor_id in (select app.my_vendor_ids()) order by x.created_at limit 1 for update;
  if m.user_id is null then
    perform app.not_found('The person');
  elsif m.role = 'owner' then
    perform app.fail(403, 'FORBIDDEN', 'The owner''s rights cannot be changed.');
  elsif body ->> 'role' = 'owner' then
    perform app.invalid('role', 'A vendor has one owner. Choose another role.');
  end if;
  update public.vendor_members x set role = coalesce((body ->> 'role')::public.staff_role, x.role), active = coalesce((body ->> 'active')::boolean, x.active)
  where x.vendor_id = m.vendor_id and x.user_id = m.user_id returning * into m;
  return app.staff_json(m);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.list_staff, public.create_staff, public.update_staff to authenticated;
