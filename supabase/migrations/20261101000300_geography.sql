-- What:  Turkey's cities › districts › neighbourhoods, reference data for addresses and browsing.
-- Why:   names sort as a Turkish dictionary does and are found however they are typed (ı/İ, ş, accents).
-- Back:  supabase/rollbacks/20261101000300_geography.sql
-- Order: tables · policies · functions · rights

create table public.cities (
  id smallint primary key, -- the licence-plate code
  slug text not null unique,
  name text not null collate app.turkish,
  lat float8,
  lng float8
);

create table public.districts (
  id int primary key,
  city_id smallint not null references public.cities (id),
  slug text not null,
  name text not null collate app.turkish,
  lat float8,
  lng float8,
  unique (city_id, slug)
);

create table public.neighborhoods (
  id int primary key,
  district_id int not null references public.districts (id),
  name text not null collate app.turkish,
  folded text not null generated always as (app.fold(name)) stored,
  lat float8,
  lng float8
);
create index neighborhoods_district on public.neighborhoods (district_id);
create index neighborhoods_folded on public.neighborhoods using gin (folded extensions.gin_trgm_ops);

alter table public.addresses
  add constraint addresses_neighborhood foreign key (neighborhood_id) references public.neighborhoods (id);
create index addresses_neighborhood on public.addresses (neighborhood_id);

alter table public.cities enable row level security;
alter table public.districts enable row level security;
alter table public.neighborhoods enable row level security;
create policy "everyone reads cities" on public.cities for select using (true);
create policy "everyone reads districts" on public.districts for select using (true);
create policy "everyone reads neighbourhoods" on public.neighborhoods for select using (true);

-- {data: [{id, slug, name, lat, lng, vendor_count}]}, in Turkish order; next_cursor is always null (81 rows).
create function public.list_cities() returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('next_cursor', null, 'data', coalesce(jsonb_agg(to_jsonb(c) || jsonb_build_object('vendor_count', (
        select count(distinct b.vendor_id) from public.branches b join public.districts d on d.id = b.district_id where d.city_id = c.id
      )) order by c.name), '[]'))
    from public.cities c);
end $$;

-- The city's districts as list_cities gives cities. Raises 404 for an unknown slug.
create function public.list_districts(city text) returns jsonb language plpgsql stable set search_path = '' as $$
begin
  if not exists (select from public.cities where slug = city) then
    perform app.not_found('The city');
  end if;
  return (
    select jsonb_build_object('next_cursor', null, 'data', coalesce(jsonb_agg(to_jsonb(d) - 'city_id' || jsonb_build_object('vendor_count', (
        select count(distinct b.vendor_id) from public.branches b where b.district_id = d.id
      )) order by d.name), '[]'))
    from public.districts d join public.cities c on c.id = d.city_id where c.slug = city);
end $$;

-- Neighbourhoods whose name, district or city is like the words typed, best first, 10 at most:
-- {data: [{id, name, district, city, city_slug, district_slug, lat, lng}]}; lat and lng fall back to the district, then the city.
create function public.search_places(q text) returns jsonb language plpgsql stable set search_path = '' as $$
declare
  words text := app.fold(trim(left(q, 80)));
begin
  return (
    with alike as (
      select n.id, n.name, d.name as district, c.name as city, c.slug as city_slug, d.slug as district_slug,
        coalesce(n.lat, d.lat, c.lat) as lat, coalesce(n.lng, d.lng, c.lng) as lng,
        extensions.word_similarity(words, n.folded)
          + 0.5 * extensions.word_similarity(words, app.fold(n.name || ' ' || d.name || ' ' || c.name))
          -- Of two alike, people mean the one where something can be ordered.
          + case when exists (select from public.branches b where b.district_id = d.id) then 0.5 else 0 end as rank
      from public.neighborhoods n join public.districts d on d.id = n.district_id join public.cities c on c.id = d.city_id
      where words <> '' and n.folded operator(extensions.%>) split_part(words, ' ', 1)
      order by rank desc, c.id, n.id limit 10)
    select jsonb_build_object('next_cursor', null, 'data', coalesce(jsonb_agg(to_jsonb(alike) - 'rank' order by rank desc), '[]'))
    from alike);
end $$;

grant select on public.cities, public.districts, public.neighborhoods to anon, authenticated;
grant execute on function public.list_cities, public.list_districts, public.search_places to anon, authenticated;
