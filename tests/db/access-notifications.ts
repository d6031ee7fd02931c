// The access matrix' lines about notifications: read by access-matrix.test.ts, which says what their words mean.
import { randomUUID } from "node:crypto";
import type { Line } from "./access-money.ts";
import { NOBODY, type Tenant } from "./tenants.ts";

const SIGNED_IN = "x ok ok ok ok ok ok ok";
const EVERYBODY = "Y Y Y Y Y Y Y Y"; // an e-mail's link is the right

const notice = (t: Tenant) => ({ notification_id: t.noticeId });

export const NOTIFICATIONS: Line[] = [
  ["delete_push_subscription", SIGNED_IN, (t) => ({ endpoint: t.pushEndpoint })],
  ["email_to_send", NOBODY, notice],
  [
    "get_email_subscription",
    EVERYBODY,
    (t) => ({ token: t.unsubscribeToken, kind: "refund" }),
    () => '"subscribed":true',
  ],
  ["get_notification_preferences", "x Y Y ok ok ok ok ok", () => ({}), () => "order_on_route"],
  ["list_notifications", "x Y ok ok ok ok ok ok", () => ({ filter: { limit: 50 } }), (t) => t.noticeId],
  ["mark_email_sent", NOBODY, notice],
  ["mark_push_sent", NOBODY, (t) => ({ ...notice(t), reached: [], gone: [] })],
  ["notify_of", NOBODY, () => ({ event_id: 1 })],
  ["list_push_subscriptions", "x Y ok ok ok ok ok ok", () => ({}), (t) => t.pushDeviceId],
  ["push_to_send", NOBODY, notice],
  ["read_notifications", SIGNED_IN, (t) => ({ which: { ids: [t.noticeId] } })],
  ["remove_push_subscription", "x ok 404 404 404 404 404 404", (t) => ({ subscription_id: t.pushDeviceId })],
  [
    "save_push_subscription",
    SIGNED_IN,
    () => ({
      subscription: {
        endpoint: `https://fcm.googleapis.com/${randomUUID()}`,
        keys: { p256dh: "p".repeat(87), auth: "a".repeat(22) },
      },
    }),
  ],
  [
    "set_email_subscription",
    EVERYBODY,
    (t) => ({ token: t.unsubscribeToken, kind: "refund", subscribed: false }),
    () => '"subscribed":false',
  ],
  [
    "set_notification_preferences",
    "x ok ok 400 400 400 400 400",
    () => ({ choices: { kinds: [{ kind: "order_on_route", in_app: true, push: true, email: true }] } }),
  ],
  ["test_push", SIGNED_IN, () => ({})],
];
