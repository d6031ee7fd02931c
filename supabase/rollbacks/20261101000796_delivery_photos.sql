-- What:  undoes couriers' photographs.
-- Why:   an order says which there are (app.handover_json): take back that step too, or go forward again.
-- Loses: which photograph belongs to which order. The files stay in the bucket `proofs`: empty it.

drop function if exists public.forget_photos, public.list_expired_photos, public.get_delivery_photo, public.finish_delivery_photo,
  public.begin_delivery_photo, app.photos_json, app.photo_file;
drop table if exists public.delivery_photos;
drop type if exists public.delivery_photo_kind;
