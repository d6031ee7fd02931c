// What couriers and their vendor change, each by one SQL function (supabase/migrations/*_courier_functions.sql).
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import {
  Courier,
  type CourierPatch,
  type NewCourier,
  type PositionReport,
  Shift,
  type ShiftAction,
} from "./schema";

/** Makes a courier of the caller's vendor. Throws VALIDATION_ERROR on `email` when it has an account. */
export async function createCourier(db: Database, person: z.infer<typeof NewCourier>): Promise<Courier> {
  return Courier.parse(await db.call("create_courier", { person }));
}

/** Lets a courier go, or takes them back. Throws COURIER_BUSY while they carry orders. */
export async function updateCourier(
  db: Database,
  id: string,
  patch: z.infer<typeof CourierPatch>,
): Promise<Courier> {
  return Courier.parse(await db.call("update_courier", { courier_id: id, patch }));
}

/** Starts or ends the caller's shift. Throws COURIER_BUSY when an order is on the road. */
export async function setShift(db: Database, shift: z.infer<typeof ShiftAction>): Promise<Shift> {
  return Shift.parse(await db.call("set_courier_shift", { shift }));
}

/** Takes the caller's position and shows it to those it concerns. Throws COURIER_OFFLINE off shift. */
export async function reportPosition(db: Database, report: z.infer<typeof PositionReport>): Promise<void> {
  await db.call("report_position", { report });
}
