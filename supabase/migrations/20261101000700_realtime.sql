-- What:  who may join which realtime channel.
-- Why:   a channel carries what its row's readers may see, so whoever may not see the row may not join. Nobody may send: messages come
--        from SQL only.
-- Back:  supabase/rollbacks/20261101000700_realtime.sql

-- The id in a topic such as 'order:5f0c…', or null when it is not one.
create function app.topic_id(topic text) returns uuid language sql immutable as $$
  select case when topic ~ '^[a-z]+:[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' then split_part(topic, ':', 2)::uuid end
$$;

create function app.may_join(topic text) returns boolean language sql stable security definer set search_path = '' as $$
  select coalesce(case split_part(topic, ':', 1)
    when 'order' then app.can_see_order(app.topic_id(topic))
    when 'branch' then app.is_admin() or app.topic_id(topic) in (select app.my_branch_ids())
    when 'courier' then app.is_admin() or app.topic_id(topic) = app.my_courier_id()
      or exists (select from public.couriers c where c.id = app.topic_id(topic) and c.vendor_id in (select app.my_vendor_ids('orders')))
    when 'user' then app.topic_id(topic) = auth.uid()
  end, false)
$$;
grant execute on function app.may_join to authenticated;

create policy "whoever may see the row may join its channel" on realtime.messages for select to authenticated
  using (extension = 'broadcast' and app.may_join((select realtime.topic())));
