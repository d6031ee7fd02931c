-- What:  undoes coupons.
-- Why:   what an order was discounted by stays written in it. Orders ask for coupons' functions: take back their own step too, or go forward again.
-- Loses: every coupon, and which order used which.

drop function if exists public.list_coupon_redemptions, public.update_coupon, app.lock_my_coupon, public.create_coupon, public.list_coupons,
  app.coupon_maker,  app.is_my_coupon, app.coupon_json, app.release_coupon, app.redeem_coupon, app.lock_coupon, app.coupon_gift, app.coupon_refusal, app.coupon_at,
  app.coupon_code;
drop table if exists public.coupon_redemptions, public.coupons;
drop type if exists public.coupon_bearer, public.coupon_kind;
