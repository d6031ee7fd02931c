// Couriers' shapes: people, shifts, tasks and positions.
import { z } from "zod";
import { Phone } from "@/lib/identity/schema";
import { Order, Position } from "@/lib/orders/schema";
import { Id, Lat, Lng, Minor, pageOf, Time, text } from "@/lib/platform/http/fields";

export const Vehicle = z.enum(["scooter", "bicycle", "car", "on_foot"]);
export const ShiftStatus = z.enum(["online", "offline"]);

export const Courier = z.object({
  id: Id,
  user_id: Id,
  full_name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  shift_status: ShiftStatus,
  vehicle: Vehicle,
  active: z.boolean(),
  active_orders: z.number().int(),
  last_position: Position.nullable(),
});
export type Courier = z.infer<typeof Courier>;
export const CourierPage = pageOf(Courier);
export const CouriersQuery = z.object({ vendor_id: Id.optional() });

export const NewCourier = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  full_name: text(1, 120),
  password: z.string().min(8).max(72),
  phone: Phone.optional(),
  vehicle: Vehicle.optional(),
});
export const CourierPatch = z.object({ active: z.boolean() });

export const ShiftAction = z.object({ action: z.enum(["start", "end"]), vehicle: Vehicle.optional() });
export const Shift = z.object({
  id: Id,
  shift_status: ShiftStatus,
  shift_started_at: Time.nullable(),
  vehicle: Vehicle,
  vendor: z.object({ id: Id, slug: z.string(), name: z.string() }),
});
export type Shift = z.infer<typeof Shift>;
export const Tasks = pageOf(Order).extend({ shift: Shift });
export type Tasks = z.infer<typeof Tasks>;

const Measured = z.object({
  lat: Lat,
  lng: Lng,
  accuracy: z.number().min(0).max(100_000).nullish(), // metres
  heading: z.number().min(0).max(360).nullish(), // degrees from north
  speed: z.number().min(0).max(200).nullish(), // metres a second
  order_id: Id.nullish(),
});
/** `trail`: what was measured while nothing could be sent, by how long ago: a phone's clock may be minutes off. */
export const PositionReport = Measured.extend({
  manual: z.boolean().optional(),
  trail: z
    .array(Measured.extend({ seconds_ago: z.number().min(0).max(43_200) }))
    .max(200)
    .optional(),
});

const Earned = z.object({ deliveries: z.number().int(), tips_minor: Minor, distance_m: z.number().int() });
/** `distance_m`: from branch to door as the crow flies. Days and weeks are İstanbul's, weeks begin on Monday. */
export const Earnings = z.object({ currency: z.literal("TRY"), today: Earned, week: Earned });
export type Earnings = z.infer<typeof Earnings>;
