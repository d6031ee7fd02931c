-- What:  undoes reviews.
-- Why:   vendors keep the averages they had; nothing else knows of reviews.
-- Loses: every review, its answer and why it was hidden.

drop function if exists public.moderate_review, public.list_admin_reviews, public.reply_to_review, public.list_vendor_reviews, public.list_reviews,
  public.review_order, public.get_order_review, app.review_of_order, app.review_until, app.shown_name, app.review_page, app.review_for_panel,
  app.review_json;
drop table if exists public.review_moderations, public.reviews;
drop function if exists app.count_review;
alter table public.vendors drop column if exists rating_sum;
