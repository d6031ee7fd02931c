// The shapes of projections: figures counted from events (supabase/migrations/*_projections.sql).
import { z } from "zod";
import { Time, text } from "@/lib/platform/http/fields";

const Generation = z.object({
  name: z.enum(["branch_days", "wallet_months"]),
  generation: z.number().int(),
  /** The last event counted. */
  position: z.object({ xid: z.string(), event_id: z.string() }),
  events: z.number().int(),
  /** Not counted yet, up to 100 000, and the age of the oldest of them. */
  lag_events: z.number().int(),
  lag_seconds: z.number().int(),
  rows: z.number().int(),
  begun_at: Time,
  advanced_at: Time.nullable(),
});

export const Projection = Generation.extend({
  /** The generation that is being built beside the one that is read. */
  rebuilding: Generation.nullable(),
});
export type Projection = z.infer<typeof Projection>;
export const ProjectionList = z.object({ data: z.array(Projection) });
export const ProjectionParams = z.object({ name: text(1, 100) });
