-- What:  undoes what people do with notifications.
-- Why:   functions only; what they chose stays as it is.
-- Loses: no data.

drop function if exists public.purge_notifications, public.set_email_subscription, public.get_email_subscription, app.unsubscriber, public.test_push,
  public.remove_push_subscription, public.list_push_subscriptions, public.delete_push_subscription, public.save_push_subscription, public.set_notification_preferences, public.get_notification_preferences,
  app.rules_for, public.read_notifications, public.list_notifications, app.unread_of, app.require_anyone;
