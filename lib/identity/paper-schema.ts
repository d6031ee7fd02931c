// What a paper of an application is, for the API and for pages.
import { z } from "zod";
import { Id, pageOf, Time, text } from "@/lib/platform/http/fields";
import { PaperKind } from "./schema";

export const Paper = z.object({
  id: Id,
  kind: PaperKind,
  name: z.string(),
  type: z.enum(["application/pdf", "image/jpeg", "image/png"]),
  size: z.number().int(),
  /** An operator's mark; null: none yet. */
  fine: z.boolean().nullable(),
  remark: z.string().nullable(),
  marked_at: Time.nullable(),
  created_at: Time,
});
export type Paper = z.infer<typeof Paper>;
export const PaperPage = pageOf(Paper);

export const PaperMark = z
  .object({ fine: z.boolean(), remark: text(0, 500).nullish() })
  .refine((mark) => mark.fine || mark.remark, { path: ["remark"], message: "is needed when it is not fine" });
