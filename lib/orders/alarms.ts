// An order that nobody answers: the steps it has taken, and that somebody has seen it (supabase/migrations/*_unmissable.sql).
import { z } from "zod";
import { Id, Page, pageOf, Time } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";

const AlarmStep = z.object({
  /** push, email: the vendor was called again. pause: the branch takes no orders. seen: somebody is there. */
  step: z.enum(["push", "email", "pause", "seen"]),
  at: Time,
  /** A first name; null: the house. */
  by: z.string().nullable(),
});
export type AlarmStep = z.infer<typeof AlarmStep>;
export const OrderAlarms = z.object({ order_id: Id, steps: z.array(AlarmStep) });
export type OrderAlarms = z.infer<typeof OrderAlarms>;
export const AlarmPage = pageOf(OrderAlarms);
export type AlarmPage = z.infer<typeof AlarmPage>;
export const AlarmsQuery = z.object(Page);
/** How many orders took which step in a run of the job. */
export const EscalationResult = z.object({
  push: z.number().int(),
  email: z.number().int(),
  pause: z.number().int(),
});

/** What an order of the caller's vendor (for an operator: any) has called for. Throws NOT_FOUND. */
export async function getOrderAlarms(db: Database, id: string): Promise<OrderAlarms> {
  return OrderAlarms.parse(await db.call("get_order_alarms", { order_id: id }));
}

/** A page of the caller's orders that wait for an answer and have taken a step, newest first. */
export async function listWaitingAlarms(
  db: Database,
  filter: z.infer<typeof AlarmsQuery>,
): Promise<AlarmPage> {
  return AlarmPage.parse(await db.call("list_waiting_alarms", { filter }));
}

/** Ends the alarm of an order, not its time to confirm; asking twice is asking once. Throws NOT_FOUND. */
export async function seeOrder(db: Database, id: string): Promise<OrderAlarms> {
  return OrderAlarms.parse(await db.call("see_order", { order_id: id }));
}
