-- What:  undoes cities, districts and neighbourhoods.
-- Why:   addresses forget their neighbourhood: the migration, run again, could not tie them to places that are not there yet.
-- Loses: the neighbourhood of every saved address. The places themselves come back with `npm run seed`.

drop function if exists public.list_cities, public.list_districts, public.search_places;
alter table if exists public.addresses drop constraint if exists addresses_neighborhood;
update public.addresses set neighborhood_id = null where neighborhood_id is not null;
drop index if exists public.addresses_neighborhood;
drop table if exists public.neighborhoods, public.districts, public.cities;
