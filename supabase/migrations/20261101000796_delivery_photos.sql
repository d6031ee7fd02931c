-- What:  photographs that a courier takes: at the door as a proof beside the code, and of a delivery that failed.
-- Why:   the file is in Storage and its row here decides who sees it. The row comes first and counts only once the file is there, so that a try
--        which broke off between the two is repeated safely, and what nobody repeats is swept away. No delivery waits for a photograph.
-- Back:  supabase/rollbacks/20261101000796_delivery_photos.sql
-- Order: table · keeping · looking · sweeping · rights

-- == Table ============================================================================================================
create type public.delivery_photo_kind as enum ('proof', 'failed');

create table public.delivery_photos (
  id uuid primary key default gen_random_uuid(), -- also the file's name
  order_id uuid not null references public.orders (id) on delete cascade,
  courier_id uuid not null references public.couriers (id) on delete cascade,
  key uuid not null, -- made once by the courier's phone for this photograph
  kind public.delivery_photo_kind not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  taken_at timestamptz not null, -- by the courier's phone
  created_at timestamptz not null default now(),
  kept_at timestamptz, -- when its file was there; null: nobody sees it
  unique (courier_id, key)
);
create index delivery_photos_order on public.delivery_photos (order_id, taken_at);
create index delivery_photos_age on public.delivery_photos (created_at);
alter table public.delivery_photos enable row level security;

-- The name under which Storage has it.
create function app.photo_file(p public.delivery_photos) returns text language sql stable as $$
  select p.order_id || '/' || p.id || '.jpeg'
$$;

-- An order's photographs, as whoever sees the order sees them: [{id, kind, at}], the oldest first.
create function app.photos_json(of_order uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'at', p.taken_at) order by p.taken_at, p.id), '[]')
    from public.delivery_photos p where p.order_id = of_order and p.kept_at is not null);
end $$;

-- == Keeping ==========================================================================================================
-- Where the calling courier's photograph goes: `photo` is {kind, sha256, at?}. Returns {id, kind, at, file, kept}; the same key again is the
-- same photograph. It may come up to two days after the order has ended, from a phone that had no network. Raises 404, 409 INVALID_TRANSITION
-- before pick-up and afterwards, 409 IDEMPOTENCY_CONFLICT for a key that means another, 400 on `file` past six of an order.
create function public.begin_delivery_photo(order_id uuid, photo jsonb, idempotency_key uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(photo);
  actor uuid := app.require_role('courier');
  o public.orders := app.lock_order(order_id, null);
  p public.delivery_photos;
begin
  select * into p from public.delivery_photos x where x.courier_id = o.courier_id and x.key = idempotency_key;
  if p.id is null then
    if o.status not in ('PICKED_UP', 'ON_ROUTE')
      and (o.status not in ('DELIVERED', 'CANCELED_BY_VENDOR') or o.updated_at < now() - interval '2 days') then
      perform app.fail(409, 'INVALID_TRANSITION', 'A photograph belongs to a delivery under way.', jsonb_build_object('current', app.order_json(o)));
    elsif (select count(*) from public.delivery_photos x where x.order_id = o.id) >= 6 then
      perform app.invalid('file', 'There are six photographs of this order already.');
    end if;
    insert into public.delivery_photos (order_id, courier_id, key, kind, sha256, taken_at)
    select o.id, o.courier_id, idempotency_key, (body ->> 'kind')::public.delivery_photo_kind, body ->> 'sha256',
      app.told_time(body ->> 'at', h.created_at)
    from public.handovers h where h.order_id = o.id returning * into p;
  elsif p.order_id <> o.id or p.sha256 <> body ->> 'sha256' or p.kind::text <> body ->> 'kind' then
    perform app.fail(409, 'IDEMPOTENCY_CONFLICT', 'This key was used for another photograph.');
  end if;
  return jsonb_build_object('id', p.id, 'kind', p.kind, 'at', p.taken_at, 'file', app.photo_file(p), 'kept', p.kept_at is not null);
end $$;

-- Notes that the file of the calling courier's photograph is there, and tells those who watch the order. Twice is once. Raises 404.
create function public.finish_delivery_photo(photo_id uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('courier');
  o public.orders;
  p public.delivery_photos;
begin
  select x.* into o from public.orders x where x.id = (select y.order_id from public.delivery_photos y where y.id = photo_id) for update;
  update public.delivery_photos x set kept_at = now()
  where x.id = photo_id and x.courier_id = app.my_courier_id() and x.kept_at is null returning * into p;
  if p.id is not null then
    perform app.note_order(o, 'order.photo_added', 'courier', jsonb_build_object('photo', p.kind, 'photo_id', p.id));
  elsif not exists (select from public.delivery_photos x where x.id = photo_id and x.courier_id = app.my_courier_id()) then
    perform app.not_found('The photograph');
  end if;
end $$;

-- == Looking ==========================================================================================================
-- The file of a photograph, for whoever may see its order. Raises 404.
create function public.get_delivery_photo(order_id uuid, photo_id uuid) returns text language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer', 'vendor_admin', 'courier', 'admin');
  p public.delivery_photos;
begin
  select * into p from public.delivery_photos x
  where x.id = photo_id and x.order_id = get_delivery_photo.order_id and x.kept_at is not null;
  if p.id is null or not app.can_see_order(p.order_id) then
    perform app.not_found('The photograph');
  end if;
  return app.photo_file(p);
end $$;

-- == Sweeping =========================================================================================================
-- Up to 200 photographs to be deleted: {id, file} of those older than 90 days, and of tries a day old that never ended.
create function public.list_expired_photos() returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'file', app.photo_file(p))), '[]')
    from (
      select * from public.delivery_photos x
      where x.created_at < now() - interval '90 days' or (x.kept_at is null and x.created_at < now() - interval '1 day')
      order by x.created_at limit 200) p);
end $$;

-- Forgets photographs whose files are gone. Returns how many.
create function public.forget_photos(ids uuid[]) returns int language plpgsql security definer set search_path = '' as $$
declare
  gone int;
begin
  delete from public.delivery_photos p where p.id = any (ids);
  get diagnostics gone = row_count;
  return gone;
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.begin_delivery_photo, public.finish_delivery_photo, public.get_delivery_photo to authenticated;
grant execute on function public.list_expired_photos, public.forget_photos to service_role;
