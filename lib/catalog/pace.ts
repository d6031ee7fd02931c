// How fast a branch takes orders right now: as usual, busy (more minutes to prepare), or not at all for a while. It ends by the clock.
import { z } from "zod";
import { Id, Time } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";

export const Pace = z.object({
  mode: z.enum(["normal", "busy", "paused"]),
  /** Minutes that a busy kitchen adds to each order. */
  extra_minutes: z.number().int(),
  until: Time.nullable(),
  /** Who paused it: alarm is the house, because an order was not answered. */
  by: z.enum(["vendor", "alarm"]).nullable(),
});
export type Pace = z.infer<typeof Pace>;
export const BranchPace = Pace.extend({ branch_id: Id });
export type BranchPace = z.infer<typeof BranchPace>;

const ForMinutes = z.number().int().min(1).max(1440);
/** `until: opening` is the first opening of the branch's next day. */
export const PaceWish = z.union([
  z.object({ mode: z.literal("normal") }),
  z.object({
    mode: z.literal("busy"),
    extra_minutes: z.number().int().min(1).max(60),
    for_minutes: ForMinutes,
  }),
  z.object({ mode: z.literal("paused"), for_minutes: ForMinutes }),
  z.object({ mode: z.literal("paused"), until: z.literal("opening") }),
]);
export type PaceWish = z.infer<typeof PaceWish>;

/** Sets a branch's pace; the last who asks decides. Throws NOT_FOUND; VALIDATION_ERROR on `until` for a branch that never opens. */
export async function setPace(db: Database, id: string, wish: PaceWish): Promise<BranchPace> {
  return BranchPace.parse(await db.call("set_branch_pace", { branch_id: id, pace: wish }));
}
