-- What:  who may act: users with one role each, and customers' saved addresses.
-- Why:   a role lives here and nowhere else: tokens and user metadata are never believed.
-- Back:  supabase/rollbacks/20261101000200_identity.sql
-- Order: tables · sign-up trigger · actor helpers · policies · functions · rights

create type public.user_role as enum ('customer', 'vendor_admin', 'courier', 'admin');

create table public.users (
  id uuid primary key references auth.users (id) on delete cascade,
  role public.user_role not null default 'customer',
  email text not null,
  full_name text not null check (length(full_name) between 1 and 120),
  phone text check (phone ~ '^\+?[0-9 ()-]{7,20}$'),
  locale text not null default 'tr' check (locale in ('tr', 'en')),
  suspended_at timestamptz, -- by an operator: the account opens nothing any more
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index users_email on public.users (lower(email));
create index users_role on public.users (role, created_at);

-- Every account of the auth server is a customer here; other roles are given by the database's own functions.
create function app.on_sign_up() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  meta jsonb := app.body(coalesce(new.raw_user_meta_data, '{}'));
begin
  insert into public.users (id, email, full_name, phone, locale)
  values (
    new.id, new.email,
    coalesce(nullif(left(trim(meta ->> 'full_name'), 120), ''), split_part(new.email, '@', 1)),
    (select p from (select meta ->> 'phone' as p) m where p ~ '^\+?[0-9 ()-]{7,20}$'),
    case when meta ->> 'locale' = 'en' then 'en' else 'tr' end);
  return new;
end $$;
create trigger on_sign_up after insert on auth.users for each row execute function app.on_sign_up();

-- == Actor ============================================================================================================
-- The caller's role, or null for a stranger and for a suspended account. Read from the table each time: both change at once.
create function app.actor_role() returns public.user_role language plpgsql stable security definer set search_path = '' as $$
begin
  return (select role from public.users where id = auth.uid() and suspended_at is null);
end $$;

create function app.is_admin() returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce(app.actor_role() = 'admin', false);
end $$;

-- The caller's id when they have one of the roles. Raises 401 UNAUTHENTICATED or 403 FORBIDDEN.
create function app.require_role(variadic roles public.user_role[]) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := auth.uid();
  role public.user_role := app.actor_role();
begin
  if role is null then
    perform app.fail(401, 'UNAUTHENTICATED', 'Sign in to continue.');
  elsif not role = any (roles) then
    perform app.fail(403, 'FORBIDDEN', 'Your account may not do this.');
  end if;
  return actor;
end $$;

-- == Addresses ========================================================================================================
create table public.addresses (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  label text not null check (length(label) between 1 and 40),
  text text not null check (length(text) between 5 and 300),
  lat float8 not null check (lat between -90 and 90),
  lng float8 not null check (lng between -180 and 180),
  neighborhood_id int,
  created_at timestamptz not null default now()
);
create index addresses_user on public.addresses (user_id, created_at desc);

-- == Policies =========================================================================================================
alter table public.users enable row level security;
alter table public.addresses enable row level security;
create policy "people see themselves, operators everyone" on public.users for select to authenticated
  using (id = (select auth.uid()) or (select app.is_admin()));
create policy "people see their own addresses" on public.addresses for select to authenticated
  using (user_id = (select auth.uid()));

-- == Functions ========================================================================================================
-- Creates an account that can sign in at once: used by a vendor for its couriers, and by the seed.
-- Raises 400 VALIDATION_ERROR on `email` when the address already has an account.
create function app.create_account(email text, password text, full_name text, phone text default null, id uuid default gen_random_uuid())
returns uuid language plpgsql security definer set search_path = '' as $$
begin
  insert into auth.users (
    instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
    created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new,
    email_change_token_current, phone_change, phone_change_token, reauthentication_token, is_sso_user, is_anonymous)
  values (
    '00000000-0000-0000-0000-000000000000', id, 'authenticated', 'authenticated', lower(email),
    extensions.crypt(password, extensions.gen_salt('bf', 10)), now(),
    '{"provider": "email", "providers": ["email"]}', jsonb_build_object('full_name', full_name, 'phone', phone),
    now(), now(), '', '', '', '', '', '', '', '', false, false);
  insert into auth.identities (id, user_id, provider_id, provider, identity_data, last_sign_in_at, created_at, updated_at)
  values (gen_random_uuid(), id, id::text, 'email',
    jsonb_build_object('sub', id::text, 'email', lower(email), 'email_verified', true, 'phone_verified', false), now(), now(), now());
  return id;
exception when unique_violation then
  perform app.invalid('email', 'This e-mail address already has an account.');
  return null;
end $$;

-- The caller: {id, role, email, full_name, phone, locale, vendor: {id, slug, name} | null, rights: what they may do there}. 401 for a stranger,
-- 403 ACCOUNT_SUSPENDED.
create function public.get_me() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  me jsonb;
begin
  select to_jsonb(u) - 'created_at' - 'updated_at' - 'suspended_at' || jsonb_build_object('vendor', (
      select jsonb_build_object('id', v.id, 'slug', v.slug, 'name', v.name)
      from public.vendors v
      where v.id = coalesce(
        (select m.vendor_id from public.vendor_members m where m.user_id = u.id and m.active order by m.created_at, m.vendor_id limit 1),
        (select c.vendor_id from public.couriers c where c.user_id = u.id))),
    'rights', (select coalesce(jsonb_agg(r order by r), '[]') from app.my_rights() as r))
  into me from public.users u where u.id = auth.uid() and u.suspended_at is null;
  if me is null and exists (select from public.users u where u.id = auth.uid()) then
    perform app.fail(403, 'ACCOUNT_SUSPENDED', 'This account is suspended. Write to us if you think that this is a mistake.');
  elsif me is null then
    perform app.fail(401, 'UNAUTHENTICATED', 'Sign in to continue.');
  end if;
  return me;
end $$;

-- Changes the caller's own full_name, phone or locale; anything else in the body is ignored.
create function public.update_profile(patch jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(patch);
  actor uuid := app.require_role('customer', 'vendor_admin', 'courier', 'admin');
begin
  update public.users set
    full_name = coalesce(body ->> 'full_name', full_name),
    phone = case when body ? 'phone' then body ->> 'phone' else phone end,
    locale = coalesce(body ->> 'locale', locale),
    updated_at = now()
  where id = actor;
  return public.get_me();
end $$;

create function app.address_json(a public.addresses) returns jsonb language sql immutable as $$
  select to_jsonb(a) - 'user_id'
$$;

-- The caller's saved addresses, newest first: {data: [{id, label, text, lat, lng, neighborhood_id, created_at}]}.
create function public.list_addresses() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer', 'vendor_admin', 'courier', 'admin');
begin
  return jsonb_build_object('data', coalesce(
    (select jsonb_agg(app.address_json(a) order by a.created_at desc) from public.addresses a where a.user_id = actor), '[]'));
end $$;

-- Saves an address {label, text, lat, lng, neighborhood_id?} for the caller; 20 at most.
create function public.save_address(address jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(address);
  actor uuid := app.require_role('customer', 'vendor_admin', 'courier', 'admin');
  saved public.addresses;
begin
  perform from public.users where id = actor for update; -- two saves at once cannot both take the twentieth place
  if (select count(*) from public.addresses where user_id = actor) >= 20 then
    perform app.invalid('label', 'You can keep 20 addresses. Delete one first.');
  end if;
  insert into public.addresses (user_id, label, text, lat, lng, neighborhood_id)
  values (actor, body ->> 'label', body ->> 'text', (body ->> 'lat')::float8, (body ->> 'lng')::float8, (body ->> 'neighborhood_id')::int)
  returning * into saved;
  return app.address_json(saved);
end $$;

create function public.delete_address(address_id uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from public.addresses
  where id = address_id and user_id = app.require_role('customer', 'vendor_admin', 'courier', 'admin');
  if not found then
    perform app.not_found('The address');
  end if;
end $$;

-- == Rights ===========================================================================================================
grant select on public.users, public.addresses to authenticated;
grant execute on function app.actor_role, app.is_admin, app.require_role to anon, authenticated;
grant execute on function public.get_me, public.update_profile, public.list_addresses, public.save_address, public.delete_address to authenticated;
-- A stranger asking "who am I" gets 401 from the function rather than a permission error.
grant execute on function public.get_me to anon;
