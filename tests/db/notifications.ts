// The boundary of the notification tests: lets what happened be told, as the queue would, and looks at what that left.
import { createECDH, randomBytes, randomUUID } from "node:crypto";
import { call, SERVICE, sql } from "./database.ts";
import type { Body } from "./world.ts";

export type Told = { id: string; user_id: string; kind: string; audience: string; data: Body };

/** Has every event of a stream told, in order. */
export async function tell(streamId: string): Promise<void> {
  const events =
    await sql`select e.id from public.outbox_events e join public.consumers c on e.type = any (c.event_types)
    where e.stream_id = ${streamId} and c.name = 'notifications' order by e.id`;
  for (const { id } of events) await call(SERVICE, "notify_of", { event_id: id });
}

/** Tells what happened to a stream and returns all that was ever told of it, in order. */
export async function toldOf(streamId: string): Promise<Told[]> {
  await tell(streamId);
  return sql<Told[]>`select n.id, n.user_id, n.kind, n.audience, n.data from public.notifications n
    join public.outbox_events e on e.id = n.event_id where e.stream_id = ${streamId} order by e.id, n.kind, n.audience`;
}

/** What a stream's telling reached, as "name: kind", people named by `names` (id → name), sorted; a stranger shows with their id. */
export async function heard(streamId: string, names: Record<string, string>): Promise<string[]> {
  return (await toldOf(streamId)).map(({ user_id, kind }) => `${names[user_id] ?? user_id}: ${kind}`).sort();
}

/** The wallet of a customer, made when there is none. */
export async function walletOf(customerId: string): Promise<string> {
  return (await call<{ id: string }>(customerId, "get_wallet")).id;
}

/** Lets a browser of a person take pushes; returns its subscription's endpoint. */
export async function browserOf(
  userId: string,
  endpoint = `https://fcm.googleapis.com/${randomUUID()}`,
  device: string | null = null,
) {
  const keys = {
    p256dh: createECDH("prime256v1").generateKeys("base64url"),
    auth: randomBytes(16).toString("base64url"),
  };
  await call(userId, "save_push_subscription", { subscription: { endpoint, keys, device } });
  return endpoint;
}

export const prefer = (userId: string, choices: Body) =>
  call<{ kinds: Body[]; quiet: Body | null }>(userId, "set_notification_preferences", { choices });

export type Delivery = {
  channel: string;
  state: string;
  attempts: number;
  due_at: Date;
  sent_at: Date | null;
};

/** What is to go out, or went, of a notification. */
export async function deliveriesOf(notificationId: string): Promise<Record<string, Delivery>> {
  const rows = await sql<
    Delivery[]
  >`select channel, state, attempts, due_at, sent_at from public.notification_deliveries
    where notification_id = ${notificationId}`;
  return Object.fromEntries(rows.map((row) => [row.channel, row]));
}

/** The jobs a notification asked for: [event type, when]. */
export const askedFor = (notificationId: string) =>
  sql<
    { type: string; due_at: Date }[]
  >`select type, due_at from public.outbox_events where stream_id = ${notificationId} order by id`;

export const pushToSend = (id: string) =>
  call<{ kind: string; subscriptions: { id: string; endpoint: string }[] } | null>(SERVICE, "push_to_send", {
    notification_id: id,
  });
export const emailToSend = (id: string) =>
  call<Body | null>(SERVICE, "email_to_send", { notification_id: id });
export const markPush = (id: string, reached: string[], gone: string[]) =>
  call(SERVICE, "mark_push_sent", { notification_id: id, reached, gone });
