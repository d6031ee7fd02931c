-- What:  the vendors a customer likes.
-- Why:   liking twice is liking once, and what was never liked can be unliked: a double tap and a lost answer change nothing.
-- Back:  supabase/rollbacks/20261101000785_favourites.sql
-- Order: table · functions · rights

create table public.favourites (
  user_id uuid not null references public.users (id) on delete cascade,
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (user_id, vendor_id)
);
create index favourites_vendor on public.favourites (vendor_id);
alter table public.favourites enable row level security; -- read through the functions below

-- == Functions ========================================================================================================
-- Likes a verified vendor as the calling customer, or no longer. Returns {vendor_id, favourite}. Raises 404 for liking one that is not to be
-- seen, 400 VALIDATION_ERROR past 200: they are all read at once.
create function public.set_favourite(vendor_id uuid, favourite boolean) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
begin
  if not favourite then
    delete from public.favourites f where f.user_id = actor and f.vendor_id = set_favourite.vendor_id;
  else
    if not app.is_public_vendor(set_favourite.vendor_id) then
      perform app.not_found('The vendor');
    end if;
    perform from public.users u where u.id = actor for no key update; -- of two at once, the second counts the first
    if (select count(*) from public.favourites f where f.user_id = actor and f.vendor_id <> set_favourite.vendor_id) >= 200 then
      perform app.invalid('vendor_id', 'You have 200 favourites. Remove one first.');
    end if;
    insert into public.favourites (user_id, vendor_id) values (actor, set_favourite.vendor_id) on conflict do nothing;
  end if;
  return jsonb_build_object('vendor_id', set_favourite.vendor_id, 'favourite', favourite);
end $$;

-- The ids of the vendors the calling customer likes, the newest liking first.
create function public.favourite_ids() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
begin
  return (select coalesce(jsonb_agg(f.vendor_id order by f.created_at desc, f.vendor_id), '[]') from public.favourites f where f.user_id = actor);
end $$;

-- The vendor list as list_vendors answers it, of those the calling customer likes.
create function public.list_favourites(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
begin
  return app.vendor_page(filter, array(select f.vendor_id from public.favourites f where f.user_id = actor));
end $$;

-- == Rights ===========================================================================================================
revoke all on public.favourites from anon, authenticated;
grant execute on function public.set_favourite, public.favourite_ids, public.list_favourites to authenticated;
