-- What:  the tables of what is sold and where: vendors, their people, branches with zone, hours and fees, products with
--        option groups, and each branch's stock.
-- Why:   prices, zones, hours and stock are decided here; clients send ids and quantities only.
-- Back:  supabase/rollbacks/20261101000400_catalog.sql
-- Order: vendors · branches · products · who may see · policies · rights

create type public.business_type as enum ('restaurant', 'cafe', 'bakery', 'market', 'greengrocer', 'butcher', 'florist', 'dessert', 'water', 'other');

-- == Vendors ==========================================================================================================
create table public.vendors (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 2 and 120),
  folded text not null generated always as (app.fold(name)) stored,
  business_type public.business_type not null,
  description text not null default '' check (length(description) <= 1000),
  image_url text check (length(image_url) <= 500),
  verified boolean not null default false, -- an operator approved its papers; customers see no other vendor
  rating numeric(2, 1) check (rating between 1 and 5),
  rating_count int not null default 0 check (rating_count >= 0),
  commission_bps int not null default 1000 check (commission_bps between 0 and 5000), -- of the price paid for the items; 1000 is 10 %
  payment_cost_bps int not null default 250 check (payment_cost_bps between 0 and 1000), -- of what is taken by card
  courier_capacity int not null default 5 check (courier_capacity between 1 and 20), -- orders one courier may carry at once
  version int not null default 1, -- of what its own people may change
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index vendors_folded on public.vendors using gin (folded extensions.gin_trgm_ops);

-- Who works for a vendor, and as what. The owner may do everything; what the others may are rows.
create type public.staff_role as enum ('owner', 'manager', 'kitchen', 'cashier');
create type public.staff_right as enum ('orders', 'menu', 'branches', 'money', 'staff');

create table public.staff_rights (
  role public.staff_role not null,
  may public.staff_right not null,
  primary key (role, may)
);
insert into public.staff_rights (role, may) values
  ('owner', 'orders'), ('owner', 'menu'), ('owner', 'branches'), ('owner', 'money'), ('owner', 'staff'),
  ('manager', 'orders'), ('manager', 'menu'), ('manager', 'branches'), ('manager', 'money'),
  ('kitchen', 'orders'),
  ('cashier', 'orders'), ('cashier', 'money');

create table public.vendor_members (
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  role public.staff_role not null default 'owner',
  active boolean not null default true, -- who left keeps their account and may do nothing
  created_at timestamptz not null default now(),
  primary key (vendor_id, user_id)
);
create index vendor_members_user on public.vendor_members (user_id);

create type public.application_status as enum ('pending', 'approved', 'rejected');

create table public.vendor_applications (
  id uuid primary key default gen_random_uuid(),
  applicant_id uuid not null references public.users (id) on delete cascade,
  status public.application_status not null default 'pending',
  business_name text not null check (length(business_name) between 2 and 120),
  business_type public.business_type not null,
  legal_name text not null check (length(legal_name) between 2 and 200),
  tax_number text not null check (tax_number ~ '^[0-9]{10,11}$'), -- VKN has 10 digits, TCKN of a sole trader 11
  tax_office text not null check (length(tax_office) between 2 and 100),
  iban text not null check (iban ~ '^TR[0-9]{24}$'),
  contact_name text not null check (length(contact_name) between 2 and 120),
  contact_phone text not null check (contact_phone ~ '^\+?[0-9 ()-]{7,20}$'),
  address_text text not null check (length(address_text) between 5 and 300),
  district_id int not null references public.districts (id),
  lat float8 not null check (lat between -90 and 90),
  lng float8 not null check (lng between -180 and 180),
  note text not null default '' check (length(note) <= 1000),
  decided_by uuid references public.users (id),
  decided_at timestamptz,
  decision_reason text check (length(decision_reason) <= 1000),
  vendor_id uuid references public.vendors (id),
  created_at timestamptz not null default now(),
  check ((status = 'pending') = (decided_at is null)),
  check ((status = 'approved') = (vendor_id is not null))
);
create unique index one_pending_application on public.vendor_applications (applicant_id) where status = 'pending';
create index vendor_applications_status on public.vendor_applications (status, created_at, id);
create index vendor_applications_applicant on public.vendor_applications (applicant_id, created_at desc);
create index vendor_applications_district on public.vendor_applications (district_id);
create index vendor_applications_decided_by on public.vendor_applications (decided_by);
create index vendor_applications_vendor on public.vendor_applications (vendor_id);

-- == Branches =========================================================================================================
create type public.fee_policy as enum ('zone', 'distance'); -- one fee for the whole zone, or a base fee and so much a kilometre

create table public.branches (
  id uuid primary key default gen_random_uuid(),
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  name text not null check (length(name) between 2 and 120),
  district_id int not null references public.districts (id),
  address_text text not null check (length(address_text) between 5 and 300),
  phone text check (phone ~ '^\+?[0-9 ()-]{7,20}$'),
  lat float8 not null check (lat between -90 and 90),
  lng float8 not null check (lng between -180 and 180),
  zone jsonb not null check (app.is_zone(zone)), -- GeoJSON Polygon or MultiPolygon
  zone_box box not null generated always as (app.zone_box(zone)) stored,
  time_zone text not null default 'Europe/Istanbul',
  active boolean not null default true, -- the owner's switch: an inactive branch is hidden
  accepts_delivery boolean not null default true,
  accepts_pickup boolean not null default true,
  handover_code_required boolean not null default false, -- a courier hands over with the customer's code only
  prep_minutes int not null default 20 check (prep_minutes between 1 and 240),
  confirm_minutes int not null default 10 check (confirm_minutes between 1 and 120), -- a NEW order waits this long, then a job rejects it
  busy_minutes int not null default 0 check (busy_minutes between 0 and 60), -- what a busy kitchen adds to prep_minutes, until busy_until
  busy_until timestamptz,
  paused_until timestamptz, -- takes no orders until then, whatever the hours say
  paused_by text check (paused_by in ('vendor', 'alarm')), -- alarm: the house, because nobody answered
  alarm_push_minutes int default 2 check (alarm_push_minutes between 1 and 120), -- what an unanswered order does and when; null: never
  alarm_email_minutes int default 4 check (alarm_email_minutes between 1 and 120),
  alarm_pause_minutes int default 8 check (alarm_pause_minutes between 1 and 120),
  minimum_order_minor bigint not null default 0 check (minimum_order_minor between 0 and 1000000),
  fee_policy public.fee_policy not null default 'zone',
  fee_base_minor bigint not null default 0 check (fee_base_minor between 0 and 1000000),
  fee_per_km_minor bigint not null default 0 check (fee_per_km_minor between 0 and 1000000),
  free_delivery_from_minor bigint check (free_delivery_from_minor >= 0), -- null: delivery is never free
  kitchen_hands int check (kitchen_hands between 1 and 50), -- who work in parallel: what a quarter of an hour holds; null: orders without limit
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index branches_vendor on public.branches (vendor_id);
create index branches_district on public.branches (district_id);
create index branches_zone_box on public.branches using gist (zone_box);

-- Opening hours of a weekday (0 Sunday … 6 Saturday, as extract(dow)). Closing at or before opening means past midnight.
create table public.branch_hours (
  branch_id uuid not null references public.branches (id) on delete cascade,
  weekday smallint not null check (weekday between 0 and 6),
  opens time not null,
  closes time not null,
  primary key (branch_id, weekday, opens)
);

-- A date that replaces its weekday's hours: closed all day, or open from–to.
create table public.branch_special_days (
  branch_id uuid not null references public.branches (id) on delete cascade,
  date date not null,
  closed boolean not null,
  opens time,
  closes time,
  note text not null default '' check (length(note) <= 100),
  primary key (branch_id, date),
  check (closed = (opens is null) and closed = (closes is null))
);

-- == Products =========================================================================================================
create table public.categories (
  id uuid primary key default gen_random_uuid(),
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  position int not null default 0,
  unique (id, vendor_id)
);
create index categories_vendor on public.categories (vendor_id, position);

create table public.products (
  id uuid primary key default gen_random_uuid(),
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  category_id uuid,
  name text not null check (length(name) between 1 and 120),
  folded text not null generated always as (app.fold(name)) stored,
  description text not null default '' check (length(description) <= 1000),
  image_url text check (length(image_url) <= 500),
  price_minor bigint not null check (price_minor between 0 and 100000000),
  currency text not null default 'TRY' check (currency = 'TRY'),
  available boolean not null default true, -- the vendor's switch for every branch
  position int not null default 0,
  make_minutes int not null default 2 check (make_minutes between 0 and 240), -- of one hand's work, for each piece
  allergens text[] not null default '{}' check (allergens <@ array['gluten', 'crustaceans', 'eggs', 'fish', 'peanuts', 'soybeans', 'milk', 'nuts',
    'celery', 'mustard', 'sesame', 'sulphites', 'lupin', 'molluscs']), -- the fourteen that EU 1169/2011 and the Turkish codex name
  deleted_at timestamptz, -- kept for the orders that hold it, seen by nobody
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, vendor_id),
  check ((category_id is null) = (deleted_at is not null)), -- a deleted product holds no category back
  foreign key (category_id, vendor_id) references public.categories (id, vendor_id)
);
create index products_vendor on public.products (vendor_id, id);
create index products_category on public.products (category_id, vendor_id);
create index products_folded on public.products using gin (folded extensions.gin_trgm_ops);

create table public.option_groups (
  id uuid primary key default gen_random_uuid(),
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  min_choices int not null default 0 check (min_choices between 0 and 20),
  max_choices int not null default 1 check (max_choices between 1 and 20),
  check (min_choices <= max_choices),
  unique (id, vendor_id)
);
create index option_groups_vendor on public.option_groups (vendor_id);

create table public.options (
  id uuid primary key default gen_random_uuid(),
  group_id uuid not null references public.option_groups (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  price_delta_minor bigint not null default 0 check (price_delta_minor between -1000000 and 1000000),
  available boolean not null default true,
  position int not null default 0
);
create index options_group on public.options (group_id, position);

-- A group may serve several products of its vendor.
create table public.product_option_groups (
  product_id uuid not null,
  group_id uuid not null,
  vendor_id uuid not null,
  position int not null default 0,
  primary key (product_id, group_id),
  foreign key (product_id, vendor_id) references public.products (id, vendor_id) on delete cascade,
  foreign key (group_id, vendor_id) references public.option_groups (id, vendor_id) on delete cascade
);
create index product_option_groups_group on public.product_option_groups (group_id, vendor_id);

create type public.stock_policy as enum ('unlimited', 'counted');

-- What one branch has of a product. No row: unlimited. Customers never read the count.
create table public.branch_stock (
  branch_id uuid not null references public.branches (id) on delete cascade,
  product_id uuid not null references public.products (id) on delete cascade,
  stock_policy public.stock_policy not null default 'unlimited',
  quantity int check (quantity between 0 and 1000000),
  available boolean not null default true, -- the branch's own switch
  updated_at timestamptz not null default now(),
  primary key (branch_id, product_id),
  check ((stock_policy = 'counted') = (quantity is not null))
);
create index branch_stock_product on public.branch_stock (product_id);

-- == Who may see ======================================================================================================
-- The vendors where the caller has a right, read anew each time: who is let go can do nothing more at once. Without one named it is the
-- owner's, so that a place that forgets to ask lets nobody in. Everybody who works there has 'orders'.
create function app.my_vendor_ids(need public.staff_right default 'staff') returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select m.vendor_id from public.vendor_members m join public.users u on u.id = m.user_id
    join public.staff_rights r on r.role = m.role and r.may = need
    where m.user_id = (select auth.uid()) and m.active and u.role = 'vendor_admin';
end $$;

create function app.my_branch_ids(need public.staff_right default 'orders') returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select b.id from public.branches b where b.vendor_id in (select app.my_vendor_ids(need));
end $$;

-- What the caller may do at the vendor they joined first.
create function app.my_rights() returns setof public.staff_right language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select r.may from (
      select m.role from public.vendor_members m join public.users u on u.id = m.user_id
      where m.user_id = (select auth.uid()) and m.active and u.role = 'vendor_admin' order by m.created_at, m.vendor_id limit 1) mine
    join public.staff_rights r on r.role = mine.role;
end $$;

-- Whether the shop window shows this vendor.
create function app.is_public_vendor(vendor uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.vendors where id = vendor and verified)
$$;

alter table public.vendors enable row level security;
alter table public.staff_rights enable row level security;
alter table public.vendor_members enable row level security;
alter table public.vendor_applications enable row level security;
alter table public.branches enable row level security;
alter table public.branch_hours enable row level security;
alter table public.branch_special_days enable row level security;
alter table public.categories enable row level security;
alter table public.products enable row level security;
alter table public.option_groups enable row level security;
alter table public.options enable row level security;
alter table public.product_option_groups enable row level security;
alter table public.branch_stock enable row level security;

create policy "everyone sees verified vendors, members their own, operators all" on public.vendors for select
  using (verified or id in (select app.my_vendor_ids('orders')) or (select app.is_admin()));
create policy "the rights are public" on public.staff_rights for select using (true);
create policy "members see their vendor's people" on public.vendor_members for select to authenticated
  using (user_id = (select auth.uid()) or vendor_id in (select app.my_vendor_ids()) or (select app.is_admin()));
create policy "applicants see their own, operators all" on public.vendor_applications for select to authenticated
  using (applicant_id = (select auth.uid()) or (select app.is_admin()));
create policy "everyone sees active branches of verified vendors" on public.branches for select
  using ((active and app.is_public_vendor(vendor_id)) or vendor_id in (select app.my_vendor_ids('orders')) or (select app.is_admin()));
create policy "hours are seen with their branch" on public.branch_hours for select
  using (exists (select from public.branches b where b.id = branch_id));
create policy "special days are seen with their branch" on public.branch_special_days for select
  using (exists (select from public.branches b where b.id = branch_id));
create policy "categories are seen with their vendor" on public.categories for select
  using (exists (select from public.vendors v where v.id = vendor_id));
create policy "everyone sees products on sale, members all of theirs" on public.products for select
  using ((deleted_at is null and available and app.is_public_vendor(vendor_id)) or vendor_id in (select app.my_vendor_ids('orders')) or (select app.is_admin()));
create policy "option groups are seen with their vendor" on public.option_groups for select
  using (exists (select from public.vendors v where v.id = vendor_id));
create policy "options are seen with their group" on public.options for select
  using (exists (select from public.option_groups g where g.id = group_id));
create policy "option groups of a product are seen with it" on public.product_option_groups for select
  using (exists (select from public.products p where p.id = product_id));
create policy "only members and operators see stock" on public.branch_stock for select to authenticated
  using (branch_id in (select app.my_branch_ids()) or (select app.is_admin()));

-- == Rights ===========================================================================================================
grant select on public.staff_rights, public.vendors, public.branches, public.branch_hours, public.branch_special_days, public.categories, public.products,
  public.option_groups, public.options, public.product_option_groups to anon, authenticated;
grant select on public.vendor_members, public.vendor_applications, public.branch_stock to authenticated;
grant execute on function app.my_vendor_ids, app.my_branch_ids, app.is_public_vendor to anon, authenticated;
