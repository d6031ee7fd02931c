-- What:  undoes tracking links.
-- Why:   functions and a table of their own; orders know nothing of them.
-- Loses: the links that were given away; they answer 404.

drop function if exists public.purge_tracking_links, public.get_tracking, public.revoke_tracking_link, public.list_tracking_links,
  public.create_tracking_link, app.lock_my_order, app.ended_at;
drop table if exists public.tracking_links;
