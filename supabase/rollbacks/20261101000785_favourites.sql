-- What:  undoes favourites.
-- Why:   nothing else knows of them.
-- Loses: which vendors people like.

drop function if exists public.list_favourites, public.favourite_ids, public.set_favourite;
drop table if exists public.favourites;
