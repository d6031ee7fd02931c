-- What:  what goes out beside the bell: a push to the reader's browsers, an e-mail.
-- Why:   who sends asks just before sending whether it is still wanted and still worth reading, and says afterwards whom it reached. A job
--        that runs twice finds the delivery done. Where no browser takes a push any more, the e-mail goes instead.
-- Back:  supabase/rollbacks/20261101000732_notification_sending.sql
-- Order: whether · push · e-mail · rights

-- == Whether ==========================================================================================================
create function app.rule_of(n public.notifications) returns public.notification_rules language plpgsql stable security definer set search_path = '' as $$
declare
  rule public.notification_rules;
begin
  select * into rule from public.notification_rules r where r.kind = n.kind and r.audience = n.audience limit 1; -- they differ in what they ask only
  return rule;
end $$;

-- Whether somebody would still read it: an order that has gone on makes old news of it, and a push of two hours ago is a riddle.
create function app.is_worth_sending(n public.notifications, rule public.notification_rules, d public.notification_deliveries) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  if rule.useful_while is null then
    return d.channel = 'email' or d.due_at > clock_timestamp() - interval '2 hours';
  end if;
  return d.due_at > clock_timestamp() - interval '2 hours' and exists (
    select from public.orders o where o.id = (n.data ->> 'order_id')::uuid and o.status = any (rule.useful_while)
      and (n.audience <> 'courier' or o.courier_id = (select c.id from public.couriers c where c.user_id = n.user_id)));
end $$;

-- == Push =============================================================================================================
-- A push that has reached every browser it could: done, or the e-mail's turn.
create function app.end_push(n public.notifications, browsers int) returns void language plpgsql security definer set search_path = '' as $$
declare
  rule public.notification_rules := app.rule_of(n);
begin
  update public.notification_deliveries d set state = case when browsers > 0 then 'sent' else 'gone' end,
    sent_at = case when browsers > 0 then clock_timestamp() end
  where d.notification_id = n.id and d.channel = 'push';
  if browsers = 0 and (app.wish_of(n.user_id, rule)).email = 'fallback' then
    perform app.request_delivery(n, 'email', rule.urgent);
  end if;
end $$;

-- What to push, and to which browsers that do not have it yet: {kind, audience, data, locale, urgent, subscriptions: [{id, endpoint, keys}]}.
-- Null: nothing, any more.
create function public.push_to_send(notification_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  d public.notification_deliveries;
  n public.notifications;
  rule public.notification_rules;
  subscriptions jsonb;
begin
  select * into d from public.notification_deliveries x
  where x.notification_id = push_to_send.notification_id and x.channel = 'push' and x.state = 'due' for update;
  if d.notification_id is null then
    return null;
  end if;
  select * into n from public.notifications x where x.id = d.notification_id;
  rule := app.rule_of(n);
  if not (app.wish_of(n.user_id, rule)).push or not app.is_worth_sending(n, rule, d) then
    update public.notification_deliveries x set state = 'skipped' where x.notification_id = n.id and x.channel = 'push';
    return null;
  end if;
  select jsonb_agg(jsonb_build_object('id', s.id, 'endpoint', s.endpoint, 'keys', jsonb_build_object('p256dh', s.p256dh, 'auth', s.auth)))
  into subscriptions from public.push_subscriptions s where s.user_id = n.user_id and s.id <> all (d.reached);
  if subscriptions is null then
    perform app.end_push(n, cardinality(d.reached));
    return null;
  end if;
  update public.notification_deliveries x set attempts = x.attempts + 1 where x.notification_id = n.id and x.channel = 'push';
  return jsonb_build_object('kind', n.kind, 'audience', n.audience, 'data', n.data, 'urgent', rule.urgent, 'subscriptions', subscriptions,
    'locale', (select u.locale from public.users u where u.id = n.user_id));
end $$;

-- Notes which subscriptions have it, and when, and forgets those that are gone for good. The push is done when none is left without it.
create function public.mark_push_sent(notification_id uuid, reached uuid[], gone uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  d public.notification_deliveries;
  n public.notifications;
begin
  select * into n from public.notifications x where x.id = mark_push_sent.notification_id;
  delete from public.push_subscriptions s where s.id = any (gone) and s.user_id = n.user_id;
  update public.push_subscriptions s set used_at = clock_timestamp() where s.id = any (mark_push_sent.reached) and s.user_id = n.user_id;
  update public.notification_deliveries x set reached = array(select distinct unnest(x.reached || mark_push_sent.reached))
  where x.notification_id = n.id and x.channel = 'push' and x.state = 'due' returning * into d;
  if d.notification_id is not null
    and not exists (select from public.push_subscriptions s where s.user_id = n.user_id and s.id <> all (d.reached)) then
    perform app.end_push(n, cardinality(d.reached));
  end if;
end $$;

-- == E-mail ===========================================================================================================
-- An order as its e-mails tell it.
create function app.mailed_order(order_id uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object('number', o.number::text, 'vendor', v.name, 'branch', b.name, 'type', o.type, 'total_minor', o.total_minor,
      'currency', o.currency, 'eta_at', o.eta_at, 'reason', o.end_reason, 'subtotal_minor', o.subtotal_minor,
      'delivery_fee_minor', o.delivery_fee_minor, 'discount_minor', o.discount_minor, 'tip_minor', o.tip_minor,
      'lines', (select jsonb_agg(jsonb_build_object('name', i.name, 'quantity', i.quantity, 'line_total_minor', i.line_total_minor) order by i.line)
        from public.order_items i where i.order_id = o.id))
    from public.orders o join public.vendors v on v.id = o.vendor_id join public.branches b on b.id = o.branch_id
    where o.id = mailed_order.order_id);
end $$;

-- What to mail, and to whom: {to, name, locale, kind, audience, data, order, application, unsubscribe_token}. Null: nothing, any more.
create function public.email_to_send(notification_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  d public.notification_deliveries;
  n public.notifications;
  rule public.notification_rules;
  token bytea;
begin
  select * into d from public.notification_deliveries x
  where x.notification_id = email_to_send.notification_id and x.channel = 'email' and x.state = 'due' for update;
  if d.notification_id is null then
    return null;
  end if;
  select * into n from public.notifications x where x.id = d.notification_id;
  rule := app.rule_of(n);
  if (app.wish_of(n.user_id, rule)).email is null or not app.is_worth_sending(n, rule, d) then
    update public.notification_deliveries x set state = 'skipped' where x.notification_id = n.id and x.channel = 'email';
    return null;
  end if;
  insert into public.notification_settings (user_id) values (n.user_id) on conflict do nothing;
  select s.unsubscribe_token into token from public.notification_settings s where s.user_id = n.user_id;
  update public.notification_deliveries x set attempts = x.attempts + 1 where x.notification_id = n.id and x.channel = 'email';
  return (
    select jsonb_build_object('to', u.email, 'name', u.full_name, 'locale', u.locale, 'kind', n.kind, 'audience', n.audience, 'data', n.data,
      'unsubscribe_token', encode(token, 'hex'), 'order', app.mailed_order((n.data ->> 'order_id')::uuid),
      'application', (select jsonb_build_object('name', a.business_name, 'decision', a.status, 'note',
          case n.kind when 'paper_refused' then (select p.remark from public.application_papers p where p.id = (n.data ->> 'paper_id')::uuid)
            else a.decision_reason end)
        from public.vendor_applications a where a.id = (n.data ->> 'application_id')::uuid))
    from public.users u where u.id = n.user_id);
end $$;

create function public.mark_email_sent(notification_id uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  update public.notification_deliveries x set state = 'sent', sent_at = clock_timestamp()
  where x.notification_id = mark_email_sent.notification_id and x.channel = 'email' and x.state = 'due';
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.push_to_send, public.mark_push_sent, public.email_to_send, public.mark_email_sent to service_role;
