-- What:  undoes webhooks.
-- Why:   the orders and the outbox know nothing of them; jobs of the two consumers go with these.
-- Loses: every endpoint with its secret, and the log of deliveries.

delete from public.consumers where name in ('webhooks', 'webhook_deliveries');
drop function if exists public.purge_webhook_deliveries, public.replay_webhook_delivery, public.list_webhook_deliveries, public.ping_webhook_endpoint,
  public.rotate_webhook_secret, public.delete_webhook_endpoint, public.update_webhook_endpoint, public.create_webhook_endpoint,
  public.list_webhook_endpoints, public.finish_webhook_delivery, public.begin_webhook_delivery, app.fan_out_webhooks, app.write_webhook,
  app.request_webhook, app.webhook_order, app.webhook_delivery_json, app.webhook_endpoint_json, app.own_webhook_endpoint, app.seen_webhook_endpoint;
drop table if exists public.webhook_deliveries, public.webhook_endpoints;
drop function if exists app.webhook_secret;
