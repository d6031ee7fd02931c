-- What:  undoes who is told what when.
-- Why:   what happened stays in events and outbox; only its being told ends.
-- Loses: every notification, what people chose and which of their browsers take pushes, and jobs of telling that were open.

drop trigger if exists courier_locations_come_near on public.courier_locations;
drop trigger if exists application_papers_are_refused on public.application_papers;
drop trigger if exists vendor_applications_are_decided on public.vendor_applications;
drop trigger if exists branch_stock_falls_low on public.branch_stock;
drop function if exists public.notify_of, app.request_delivery, app.quiet_until, app.wish_of, app.audience_of, app.notification_subject,
  app.emit_near, app.emit_refused_paper, app.emit_decision, app.emit_low_stock;
drop table if exists public.courier_approaches, public.notification_deliveries, public.notifications, public.push_subscriptions,
  public.notification_settings, public.notification_preferences, public.notification_rules;
drop type if exists public.notification_channel, public.notification_audience;
delete from public.consumers where name in ('notifications', 'push', 'email');
