-- What:  what customers say of a delivered order, what the vendor answers, and what an operator hides.
-- Why:   a rating is worth something only when it was earned: one review an order, by who ordered it, for a while after it came. The
--        vendor's average changes in the transaction of the review that changes it, so that no two screens disagree.
-- Back:  supabase/rollbacks/20261101000784_reviews.sql
-- Order: tables · average · JSON · customer · vendor · operator · rights

-- == Tables ===========================================================================================================
create table public.reviews (
  id uuid primary key default gen_random_uuid(),
  order_id uuid unique references public.orders (id) on delete cascade, -- null: brought along from where the vendor sold before
  vendor_id uuid not null references public.vendors (id) on delete cascade,
  customer_id uuid references public.users (id) on delete set null,
  author text not null check (length(author) between 1 and 120), -- as strangers see it: "Zeynep K."
  rating int not null check (rating between 1 and 5),
  text text not null default '' check (length(text) <= 1000),
  reply text check (length(reply) between 1 and 1000),
  replied_at timestamptz,
  hidden boolean not null default false, -- by an operator: seen by nobody but its author, its vendor and operators, and not counted
  version int not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  check ((reply is null) = (replied_at is null))
);
create index reviews_vendor on public.reviews (vendor_id, created_at desc, id desc);
create index reviews_unanswered on public.reviews (vendor_id, created_at desc, id desc) where reply is null;
create index reviews_newest on public.reviews (created_at desc, id desc);
create index reviews_customer on public.reviews (customer_id);

create table public.review_moderations (
  id bigint generated always as identity primary key,
  review_id uuid not null references public.reviews (id) on delete cascade,
  hidden boolean not null,
  reason text not null check (length(reason) between 1 and 1000),
  decided_by uuid references public.users (id) on delete set null,
  at timestamptz not null default clock_timestamp()
);
create index review_moderations_review on public.review_moderations (review_id, id desc);
create index review_moderations_operator on public.review_moderations (decided_by);

alter table public.reviews enable row level security; -- read through the functions below, which leave out what is not the reader's
alter table public.review_moderations enable row level security;

-- == Average ==========================================================================================================
-- Stars in all, beside how many gave them: an average can be taken from it again and again without drifting.
alter table public.vendors add column rating_sum int not null default 0 check (rating_sum >= 0);
update public.vendors set rating_sum = round(rating * rating_count) where rating is not null;

-- Adds to the vendor's average what a review's coming, change or going makes of it. The vendor's row is what many at once wait for.
create function app.count_review() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  stars int := 0;
  people int := 0;
begin
  if tg_op <> 'INSERT' and not old.hidden then
    stars := stars - old.rating;
    people := people - 1;
  end if;
  if tg_op <> 'DELETE' and not new.hidden then
    stars := stars + new.rating;
    people := people + 1;
  end if;
  if stars <> 0 or people <> 0 then
    update public.vendors v set rating_sum = v.rating_sum + stars, rating_count = v.rating_count + people,
      rating = round((v.rating_sum + stars)::numeric / nullif(v.rating_count + people, 0), 1)
    where v.id = coalesce(new.vendor_id, old.vendor_id);
  end if;
  return null;
end $$;
create trigger reviews_are_counted after insert or delete or update of rating, hidden on public.reviews
  for each row execute function app.count_review();

-- == JSON =============================================================================================================
-- What everybody may read: {id, author, rating, text, created_at, edited, reply: {text, at} | null}.
create function app.review_json(r public.reviews) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'author', r.author, 'rating', r.rating, 'text', r.text, 'created_at', r.created_at,
    'edited', r.edited_at is not null,
    'reply', case when r.reply is not null then jsonb_build_object('text', r.reply, 'at', r.replied_at) end)
$$;

-- The same for its vendor and for operators, with {version, order_number, hidden, hidden_reason, vendor: {id, slug, name}}.
create function app.review_for_panel(r public.reviews) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return app.review_json(r) || jsonb_build_object('version', r.version,
    'order_number', (select o.number::text from public.orders o where o.id = r.order_id), 'hidden', r.hidden,
    'hidden_reason', case when r.hidden then (
      select m.reason from public.review_moderations m where m.review_id = r.id order by m.id desc limit 1) end,
    'vendor', (select jsonb_build_object('id', v.id, 'slug', v.slug, 'name', v.name) from public.vendors v where v.id = r.vendor_id));
end $$;

-- A page of reviews, newest first. {rating?, limit?, cursor?} and whose and which: a vendor's or everybody's, the hidden or only them, only
-- those without an answer. Built as text, so that each question is planned for its own index.
create function app.review_page(vendor uuid, only_hidden boolean, unanswered boolean, panel boolean, body jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
  conditions text := concat_ws(' and ', 'true', case when vendor is not null then 'r.vendor_id = $1' end,
    case only_hidden when true then 'r.hidden' when false then 'not r.hidden' end,
    case when unanswered then 'r.reply is null' end, case when body ->> 'rating' is not null then 'r.rating = $2' end);
  page jsonb;
begin
  execute format($query$
    select app.page(array_agg(%s order by (x.r).created_at desc, (x.r).id desc),
      array_agg(jsonb_build_array((x.r).created_at, (x.r).id) order by (x.r).created_at desc, (x.r).id desc), $3)
    from (
      select r from public.reviews r where %s and (r.created_at, r.id) < ($4, $5)
      order by r.created_at desc, r.id desc limit $3 + 1) as x $query$,
    case when panel then 'app.review_for_panel(x.r)' else 'app.review_json(x.r)' end, conditions)
  into page using vendor, (body ->> 'rating')::int, size, (after ->> 0)::timestamptz, (after ->> 1)::uuid;
  return page;
end $$;

-- == Customer =========================================================================================================
-- How strangers see a name: "Zeynep Kaya" is "Zeynep K.".
create function app.shown_name(full_name text) returns text language sql immutable as $$
  select split_part(trim(full_name), ' ', 1) || coalesce(' ' || upper(left(substring(trim(full_name) from '\s(\S+)$'), 1) collate app.turkish) || '.', '')
$$;

-- Until when an order may be reviewed, null while it was not handed over. Of an order, not of its row: refunds change the row later.
create function app.review_until(of_order uuid) returns timestamptz language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select e.at + interval '14 days' from public.events e
    where e.stream_type = 'order' and e.stream_id = of_order and e.type = 'order.status_changed' and e.data ->> 'to' = 'DELIVERED'
    order by e.version desc limit 1);
end $$;

-- {review: {…, version, hidden, editable_until} | null, review_until}: `review_until` is null where there is nothing to review.
create function app.review_of_order(of_order uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object('review_until', app.review_until(of_order), 'review', (
    select app.review_json(r) || jsonb_build_object('version', r.version, 'hidden', r.hidden, 'editable_until', r.created_at + interval '24 hours')
    from public.reviews r where r.order_id = of_order));
end $$;

-- What the calling customer said of an order of theirs, and until when they may. Raises 404.
create function public.get_order_review(order_id uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
begin
  if not exists (select from public.orders o where o.id = get_order_review.order_id and o.customer_id = actor) then
    perform app.not_found('The order');
  end if;
  return app.review_of_order(order_id);
end $$;

-- Says or corrects what the calling customer thinks of an order: `review` is {rating, text?, version?}. Saying the same twice is saying it once.
-- Raises 404 for another's order; 409 INVALID_TRANSITION before it came, 14 days after that, and for a correction after 24 hours;
-- 409 VERSION_CONFLICT for a correction of an older version.
create function public.review_order(order_id uuid, review jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(review);
  actor uuid := app.require_role('customer');
  said text := coalesce(trim(given ->> 'text'), '');
  stars int := (given ->> 'rating')::int;
  o public.orders;
  present public.reviews;
begin
  select x.* into o from public.orders x where x.id = review_order.order_id and x.customer_id = actor for update; -- a double tap waits here
  if o.id is null then
    perform app.not_found('The order');
  end if;
  select r.* into present from public.reviews r where r.order_id = o.id for update;
  if present.id is null then
    if coalesce(app.review_until(o.id) < now(), true) then
      perform app.fail(409, 'INVALID_TRANSITION', case o.status when 'DELIVERED' then 'The time for reviewing this order is over.'
        else 'An order is reviewed once it has come.' end, jsonb_build_object('current', app.review_of_order(o.id)));
    end if;
    insert into public.reviews (order_id, vendor_id, customer_id, author, rating, text)
    select o.id, o.vendor_id, actor, app.shown_name(u.full_name), stars, said from public.users u where u.id = actor;
  elsif (present.rating, present.text) is distinct from (stars, said) then
    perform app.check_version(given, present.version, app.review_of_order(o.id));
    if present.created_at < now() - interval '24 hours' then
      perform app.fail(409, 'INVALID_TRANSITION', 'A review can be changed for a day.', jsonb_build_object('current', app.review_of_order(o.id)));
    end if;
    update public.reviews r set rating = stars, text = said, edited_at = now(), version = r.version + 1 where r.id = present.id;
  end if;
  return app.review_of_order(o.id);
end $$;

-- A verified vendor's reviews as everybody sees them, newest first: {data, next_cursor}. filter: {rating?, limit?, cursor?}. Raises 404.
create function public.list_reviews(slug text, filter jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  vendor uuid;
begin
  select v.id into vendor from public.vendors v where v.slug = list_reviews.slug and v.verified;
  if vendor is null then
    perform app.not_found('The vendor');
  end if;
  return app.review_page(vendor, false, false, false, app.body(filter));
end $$;

-- == Vendor ===========================================================================================================
-- The reviews of the caller's vendor, hidden ones too, newest first: {data, next_cursor}. filter: {vendor_id?, unanswered?, rating?, limit?, cursor?}.
create function public.list_vendor_reviews(filter jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
begin
  return app.review_page(app.my_vendor((body ->> 'vendor_id')::uuid), null, coalesce((body ->> 'unanswered')::boolean, false), true, body);
end $$;

-- Answers a review of the caller's vendor, or changes the answer: `reply` is {text, version?}. Raises 404, 409 VERSION_CONFLICT.
create function public.reply_to_review(review_id uuid, reply jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(reply);
  actor uuid := app.require_role('vendor_admin');
  said text := nullif(trim(given ->> 'text'), '');
  present public.reviews;
begin
  select r.* into present from public.reviews r
  where r.id = reply_to_review.review_id and r.vendor_id in (select app.my_vendor_ids('orders')) for update;
  if present.id is null then
    perform app.not_found('The review');
  elsif said is null then
    perform app.invalid('text', 'Write an answer.');
  end if;
  if said is distinct from present.reply then
    perform app.check_version(given, present.version, app.review_for_panel(present));
    update public.reviews r set reply = said, replied_at = now(), version = r.version + 1 where r.id = present.id returning * into present;
  end if;
  return app.review_for_panel(present);
end $$;

-- == Operator =========================================================================================================
-- Everybody's reviews, newest first: {data, next_cursor}. filter: {hidden?, rating?, limit?, cursor?}.
create function public.list_admin_reviews(filter jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
begin
  perform app.require_role('admin');
  return app.review_page(null, (body ->> 'hidden')::boolean, false, true, body);
end $$;

-- Hides a review or shows it again, for a reason that is kept: `decision` is {hidden, reason, version?}. Raises 404, 409 VERSION_CONFLICT.
create function public.moderate_review(review_id uuid, decision jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(decision);
  operator uuid := app.require_role('admin');
  hide boolean := (given ->> 'hidden')::boolean;
  reason text := nullif(trim(given ->> 'reason'), '');
  present public.reviews;
begin
  if reason is null then
    perform app.invalid('reason', 'Say why.');
  end if;
  select r.* into present from public.reviews r where r.id = moderate_review.review_id for update;
  if present.id is null then
    perform app.not_found('The review');
  end if;
  if hide <> present.hidden then
    perform app.check_version(given, present.version, app.review_for_panel(present));
    insert into public.review_moderations (review_id, hidden, reason, decided_by) values (present.id, hide, reason, operator);
    update public.reviews r set hidden = hide, version = r.version + 1 where r.id = present.id returning * into present;
  end if;
  return app.review_for_panel(present);
end $$;

-- == Rights ===========================================================================================================
revoke all on public.reviews, public.review_moderations from anon, authenticated;
grant execute on function public.list_reviews to anon, authenticated;
grant execute on function public.get_order_review, public.review_order, public.list_vendor_reviews, public.reply_to_review,
  public.list_admin_reviews, public.moderate_review to authenticated;
