// When a branch could hand an order over: open, and with room for it in its kitchen.
import { z } from "zod";
import { Id, Lat, Lng, queryNumber, Time } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";

/** `make_minutes` is what the quote says an order takes; with a point the ride there counts. */
export const SlotsQuery = z
  .object({
    make_minutes: queryNumber(z.number().int().min(0).max(1_000_000)).optional(),
    lat: queryNumber(Lat).optional(),
    lng: queryNumber(Lng).optional(),
  })
  .refine(({ lat, lng }) => (lat === undefined) === (lng === undefined), {
    path: ["lat"],
    message: "give both lat and lng, or neither",
  });

/** Days of the branch's own calendar that have a free quarter of an hour, seven days ahead. */
export const BranchSlots = z.object({
  branch_id: Id,
  earliest: Time.nullable(),
  days: z.array(z.object({ date: z.iso.date(), slots: z.array(Time) })),
});
export type BranchSlots = z.infer<typeof BranchSlots>;

/** Nothing is reserved by asking. Throws NOT_FOUND for a hidden branch. */
export async function listSlots(
  db: Database,
  branchId: string,
  wish: z.infer<typeof SlotsQuery>,
): Promise<BranchSlots> {
  return BranchSlots.parse(await db.call("list_slots", { branch_id: branchId, wish }));
}
