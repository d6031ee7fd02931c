-- What:  price rules: what a product costs while a happy hour runs, and how a vendor makes one.
-- Why:   one function says what a product costs at an instant (app.product_prices). The menu, the quote and the order all read it, so that
--        nobody is shown one price and charged another. Of the rules that run the lowest price wins; they never add up.
-- Back:  supabase/rollbacks/20261101000781_price_rules.sql
-- Order: tables · runs · prices · desk · preview · rights

-- == Tables ===========================================================================================================
create type public.price_rule_scope as enum ('menu', 'categories', 'products');

create table public.price_rules (
  id uuid primary key default gen_random_uuid(),
  vendor_id uuid not null references public.vendors (id),
  name text not null check (length(name) between 1 and 80), -- customers do not see it
  scope public.price_rule_scope not null,
  percent int check (percent between 1 and 100), -- taken off; null: each of its products has a new price
  weekdays smallint[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ '{0,1,2,3,4,5,6}'), -- on which it starts; 0 is Sunday
  starts time not null,
  ends time not null, -- at or before its start: on the next day
  from_date date,
  until_date date, -- the last day on which it starts
  every_branch boolean not null default true,
  active boolean not null default true,
  version int not null default 1,
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (percent is not null or scope = 'products'),
  check (until_date >= from_date)
);
create index price_rules_vendor on public.price_rules (vendor_id, created_at desc, id desc);
create index price_rules_created_by on public.price_rules (created_by);

create table public.price_rule_branches (
  rule_id uuid not null references public.price_rules (id) on delete cascade,
  branch_id uuid not null references public.branches (id) on delete cascade,
  primary key (rule_id, branch_id)
);
create index price_rule_branches_branch on public.price_rule_branches (branch_id);

create table public.price_rule_categories (
  rule_id uuid not null references public.price_rules (id) on delete cascade,
  category_id uuid not null references public.categories (id) on delete cascade,
  primary key (rule_id, category_id)
);
create index price_rule_categories_category on public.price_rule_categories (category_id);

create table public.price_rule_products (
  rule_id uuid not null references public.price_rules (id) on delete cascade,
  product_id uuid not null references public.products (id) on delete cascade,
  price_minor bigint check (price_minor between 0 and 100000000), -- null: the rule's percentage
  primary key (rule_id, product_id)
);
create index price_rule_products_product on public.price_rule_products (product_id);

alter table public.price_rules enable row level security;
alter table public.price_rule_branches enable row level security;
alter table public.price_rule_categories enable row level security;
alter table public.price_rule_products enable row level security;
-- Read through functions only: what a vendor plans is its own business until it runs.

-- == Runs =============================================================================================================
-- When a rule runs around an instant, by the clock of a time zone: of the days from yesterday (or its first) on, ten; adjoining windows are
-- one run. A window that a clock change swallows is left out.
create function app.rule_runs(r public.price_rules, zone text, at timestamptz) returns setof tstzrange
language sql stable as $$
  select unnest(range_agg(tstzrange(starts_at, ends_at)))
  from (
    select (day + r.starts) at time zone zone as starts_at,
      (day + r.ends + case when r.ends <= r.starts then interval '1 day' else interval '0' end) at time zone zone as ends_at
    from (select greatest((at at time zone zone)::date - 1, r.from_date) as first) as days
      cross join lateral generate_series(first::timestamp, least(first + 9, r.until_date)::timestamp, interval '1 day') as day
    where extract(dow from day)::smallint = any (r.weekdays)) as windows
  where starts_at < ends_at
$$;

-- The runs of a branch's active rules, around an instant.
create function app.branch_runs(branch public.branches, at timestamptz) returns table (rule public.price_rules, run tstzrange)
language sql stable as $$
  select r, run
  from public.price_rules r cross join lateral app.rule_runs(r, branch.time_zone, at) as run
  where r.vendor_id = branch.vendor_id and r.active
    and (r.every_branch or exists (select from public.price_rule_branches b where b.rule_id = r.id and b.branch_id = branch.id))
$$;

-- When a price of the branch may next change by a rule: null for not within seven days. Whatever shows prices is good until then.
create function app.next_price_change(branch public.branches, at timestamptz) returns timestamptz
language sql stable as $$
  select min(edge)
  from app.branch_runs(branch, at) as b cross join lateral unnest(array[lower(b.run), upper(b.run)]) as edge
  where edge > at and edge <= at + interval '7 days'
$$;

-- == Prices ===========================================================================================================
-- What a rule makes of a price: the product's new one, or so much less, halves of a kuruş off.
create function app.rule_price(regular bigint, percent int, fixed bigint) returns bigint language sql immutable as $$
  select coalesce(fixed, regular - app.bps(regular, percent * 100))
$$;

create type app.product_price as (product_id uuid, price_minor bigint, regular_minor bigint, rule_id uuid, until timestamptz);

-- What each of the branch's products costs at an instant (`those`, null: all of the vendor's): the lowest of its own price and what the
-- rules that run make of it. `rule_id` is the rule that lowers it, `until` when that ends; both null at the regular price, `until` also for
-- an end more than seven days ahead. The instant is the moment of ordering, also for an order that is wished for later: a customer pays what
-- the menu said when they ordered.
create function app.product_prices(branch public.branches, at timestamptz, those uuid[] default null) returns setof app.product_price
language sql stable as $$
  with running as materialized (
    select (b.rule).id, (b.rule).scope, (b.rule).percent, case when upper(b.run) <= at + interval '7 days' then upper(b.run) end as until
    from app.branch_runs(branch, at) as b where b.run @> at)
  select p.id, coalesce(best.price_minor, p.price_minor), p.price_minor, best.id, best.until
  from public.products p
    left join lateral (
      select r.id, r.until, app.rule_price(p.price_minor, r.percent, x.price_minor) as price_minor
      from running r left join public.price_rule_products x on x.rule_id = r.id and x.product_id = p.id
      where case r.scope when 'menu' then true when 'products' then x.rule_id is not null
          else exists (select from public.price_rule_categories k where k.rule_id = r.id and k.category_id = p.category_id) end
        and app.rule_price(p.price_minor, r.percent, x.price_minor) < p.price_minor
      order by 3, r.until desc nulls first, r.id limit 1) as best on true
  where p.vendor_id = branch.vendor_id and p.deleted_at is null and (those is null or p.id = any (those))
$$;

-- == Desk =============================================================================================================
-- A rule as its vendor sees it. `state` is paused, running, waiting or ended; `changes_at` is when it ends or starts (null: not known, or not
-- within seven days). Its products are those on the menu.
create function app.price_rule_json(r public.price_rules) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  branch_ids uuid[] := array(select b.branch_id from public.price_rule_branches b where b.rule_id = r.id order by b.branch_id);
  zones text[] := array(select distinct b.time_zone from public.branches b where b.vendor_id = r.vendor_id and (r.every_branch or b.id = any (branch_ids)));
  ends_at timestamptz;
  starts_at timestamptz;
begin
  select max(upper(run)) filter (where run @> now()), min(lower(run)) filter (where lower(run) > now()) into ends_at, starts_at
  from unnest(case when zones = '{}' then '{Europe/Istanbul}' else zones end) as zone cross join lateral app.rule_runs(r, zone, now()) as run;
  return to_jsonb(r) - '{created_by,every_branch}'::text[] || jsonb_build_object(
    'starts', left(r.starts::text, 5), 'ends', left(r.ends::text, 5),
    'branch_ids', case when not r.every_branch then to_jsonb(branch_ids) end,
    'category_ids', (select coalesce(jsonb_agg(c.category_id order by c.category_id), '[]') from public.price_rule_categories c where c.rule_id = r.id),
    'products', (
      select coalesce(jsonb_agg(jsonb_build_object('product_id', p.id, 'name', p.name, 'regular_minor', p.price_minor, 'price_minor', x.price_minor)
        order by p.name, p.id), '[]')
      from public.price_rule_products x join public.products p on p.id = x.product_id where x.rule_id = r.id and p.deleted_at is null),
    'state', case when coalesce(ends_at, starts_at) is null then 'ended' when not r.active then 'paused' when ends_at is not null then 'running' else 'waiting' end,
    'changes_at', case when ends_at is null then starts_at when ends_at <= now() + interval '7 days' then ends_at end);
end $$;

-- A page of the vendor's rules {vendor_id?, limit?, cursor?}, newest first.
create function public.list_price_rules(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  vendor uuid := app.my_vendor((body ->> 'vendor_id')::uuid, 'menu');
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
begin
  return (
    select app.page(array_agg(app.price_rule_json(x.r) order by x.created_at desc, x.id desc),
      array_agg(jsonb_build_array(x.created_at, x.id) order by x.created_at desc, x.id desc), size)
    from (
      select r, r.created_at, r.id from public.price_rules r
      where r.vendor_id = vendor and (r.created_at, r.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
      order by r.created_at desc, r.id desc limit size + 1) x);
end $$;

-- The fields of a rule with those of a body, checked as far as they need no other table.
create function app.merged_rule(present public.price_rules, body jsonb) returns public.price_rules language plpgsql as $$
declare
  merged public.price_rules := jsonb_populate_record(present,
    app.pick(body, 'name', 'scope', 'percent', 'weekdays', 'starts', 'ends', 'from_date', 'until_date', 'active'));
begin
  merged.weekdays := array(select distinct d from unnest(merged.weekdays) as d order by d);
  if body ? 'branch_ids' then
    merged.every_branch := body -> 'branch_ids' = 'null';
  end if;
  if merged.percent is null and merged.scope <> 'products' then
    perform app.invalid('percent', 'Say how much is taken off.');
  elsif merged.until_date < merged.from_date then
    perform app.invalid('until_date', 'It must end on or after its first day.');
  end if;
  return merged;
end $$;

-- Writes where a saved rule holds and what for, as far as the body says; what does not belong to its scope goes. Raises 404 for ids of
-- another vendor, 400 for a rule that would hold for nothing.
create function app.set_rule_targets(r public.price_rules, body jsonb) returns void language plpgsql security definer set search_path = '' as $$
begin
  if body ? 'branch_ids' then
    delete from public.price_rule_branches where rule_id = r.id;
    if not r.every_branch then
      insert into public.price_rule_branches (rule_id, branch_id)
      select r.id, b.id from public.branches b
      where b.vendor_id = r.vendor_id and b.id in (select i::uuid from jsonb_array_elements_text(body -> 'branch_ids') as i);
      if (select count(*) from public.price_rule_branches b where b.rule_id = r.id) <> (select count(distinct i) from jsonb_array_elements_text(body -> 'branch_ids') as i) then
        perform app.not_found('The branch');
      elsif not exists (select from public.price_rule_branches b where b.rule_id = r.id) then
        perform app.invalid('branch_ids', 'Choose a branch, or all of them.');
      end if;
    end if;
  end if;
  if not body ?| '{scope,percent,category_ids,products}' then
    return;
  end if;
  if r.scope <> 'categories' or body ? 'category_ids' then
    delete from public.price_rule_categories where rule_id = r.id;
  end if;
  if r.scope <> 'products' or body ? 'products' then
    delete from public.price_rule_products where rule_id = r.id;
  end if;
  if r.scope = 'categories' and body ? 'category_ids' then
    insert into public.price_rule_categories (rule_id, category_id)
    select r.id, k.id from public.categories k
    where k.vendor_id = r.vendor_id and k.id in (select i::uuid from jsonb_array_elements_text(body -> 'category_ids') as i);
    if (select count(*) from public.price_rule_categories c where c.rule_id = r.id) <> (select count(distinct i) from jsonb_array_elements_text(body -> 'category_ids') as i) then
      perform app.not_found('The category');
    end if;
  elsif r.scope = 'products' and body ? 'products' then
    insert into public.price_rule_products (rule_id, product_id, price_minor)
    select distinct on (p.id) r.id, p.id, g.price_minor
    from jsonb_to_recordset(body -> 'products') as g (product_id uuid, price_minor bigint)
      join public.products p on p.id = g.product_id and p.vendor_id = r.vendor_id and p.deleted_at is null
    order by p.id, g.price_minor;
    if (select count(*) from public.price_rule_products x where x.rule_id = r.id)
      <> (select count(distinct g ->> 'product_id') from jsonb_array_elements(body -> 'products') as g) then
      perform app.not_found('The product');
    end if;
  end if;
  if r.percent is not null then
    update public.price_rule_products set price_minor = null where rule_id = r.id and price_minor is not null;
  end if;
  if r.scope = 'categories' and not exists (select from public.price_rule_categories c where c.rule_id = r.id) then
    perform app.invalid('category_ids', 'Choose a category.');
  elsif r.scope = 'products' and not exists (select from public.price_rule_products x where x.rule_id = r.id) then
    perform app.invalid('products', 'Choose a product.');
  elsif r.percent is null and exists (select from public.price_rule_products x where x.rule_id = r.id and x.price_minor is null) then
    perform app.invalid('products', 'Give each product its new price.');
  end if;
end $$;

-- Makes a rule of {name, scope, percent?, weekdays, starts, ends, from_date?, until_date?, branch_ids?: null for all, category_ids?,
-- products?: [{product_id, price_minor?}], active?, vendor_id?}. Raises 404 for ids of another vendor, 400 past 100 rules.
create function public.create_price_rule(body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  vendor uuid := app.my_vendor((given ->> 'vendor_id')::uuid, 'menu');
  fresh public.price_rules;
  made public.price_rules;
begin
  fresh.every_branch := true;
  fresh.active := true;
  fresh := app.merged_rule(fresh, given);
  perform from public.vendors v where v.id = vendor for no key update; -- two at once would both be the hundredth
  if (select count(*) from public.price_rules r where r.vendor_id = vendor) >= 100 then
    perform app.invalid('name', 'There are 100 rules already. Remove one that has ended.');
  end if;
  insert into public.price_rules (vendor_id, name, scope, percent, weekdays, starts, ends, from_date, until_date, every_branch, active, created_by)
  values (vendor, fresh.name, fresh.scope, fresh.percent, fresh.weekdays, fresh.starts, fresh.ends, fresh.from_date, fresh.until_date,
    fresh.every_branch, fresh.active, auth.uid())
  returning * into made;
  perform app.set_rule_targets(made, given);
  return app.price_rule_json(made);
end $$;

-- The caller's rule, locked. Raises 404.
create function app.lock_price_rule(rule uuid) returns public.price_rules language plpgsql security definer set search_path = '' as $$
declare
  locked public.price_rules;
begin
  perform app.require_role('vendor_admin');
  select r.* into locked from public.price_rules r where r.id = rule and r.vendor_id in (select app.my_vendor_ids('menu')) for no key update;
  if locked.id is null then
    perform app.not_found('The rule');
  end if;
  return locked;
end $$;

-- Changes what the patch names, as create_price_rule takes it, with `version?`. Raises 404, 400, 409 VERSION_CONFLICT.
create function public.update_price_rule(rule_id uuid, patch jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(patch);
  present public.price_rules := app.lock_price_rule(rule_id);
  next public.price_rules;
begin
  perform app.check_version(given, present.version, app.price_rule_json(present));
  next := app.merged_rule(present, given);
  update public.price_rules r set name = next.name, scope = next.scope, percent = next.percent, weekdays = next.weekdays, starts = next.starts,
    ends = next.ends, from_date = next.from_date, until_date = next.until_date, every_branch = next.every_branch, active = next.active,
    version = r.version + 1, updated_at = now()
  where r.id = present.id returning * into next;
  perform app.set_rule_targets(next, given);
  return app.price_rule_json(next);
end $$;

-- Removes a rule: prices are the regular ones from now on; orders keep what was paid. Raises 404.
create function public.delete_price_rule(rule_id uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  present public.price_rules := app.lock_price_rule(rule_id);
begin
  delete from public.price_rules r where r.id = present.id;
end $$;

-- == Preview ==========================================================================================================
-- What a rule of {scope, percent?, category_ids?, products?, vendor_id?} would make of prices, saved or not:
-- {count, data: the first three on the menu, as [{product_id, name, regular_minor, price_minor}]}.
create function public.preview_price_rule(body jsonb) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  vendor uuid := app.my_vendor((given ->> 'vendor_id')::uuid, 'menu');
  percent int := (given ->> 'percent')::int;
begin
  return (
    with met as (
      select p.id, p.name, p.price_minor as regular_minor, row_number() over (order by k.position, k.id, p.position, p.id) as place,
        least(p.price_minor, app.rule_price(p.price_minor, percent, case when percent is null then x.price_minor end)) as price_minor
      from public.products p join public.categories k on k.id = p.category_id
        left join jsonb_to_recordset(coalesce(given -> 'products', '[]')) as x (product_id uuid, price_minor bigint) on x.product_id = p.id
      where p.vendor_id = vendor and p.deleted_at is null
        and case given ->> 'scope' when 'menu' then true when 'products' then x.product_id is not null
          else p.category_id in (select i::uuid from jsonb_array_elements_text(coalesce(given -> 'category_ids', '[]')) as i) end)
    select jsonb_build_object('count', count(*), 'data', coalesce(jsonb_agg(jsonb_build_object('product_id', id, 'name', name,
      'regular_minor', regular_minor, 'price_minor', price_minor) order by place) filter (where place <= 3), '[]')) from met);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.list_price_rules, public.create_price_rule, public.update_price_rule, public.delete_price_rule,
  public.preview_price_rule to authenticated;
