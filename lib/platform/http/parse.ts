// Zod at the door: what comes in is parsed or refused with the contract's details (field → messages).
import type { z } from "zod";
import { ApiError } from "../errors";

/**
 * The value as the schema reads it.
 * @throws ApiError VALIDATION_ERROR whose details map each field ("items.0.quantity") to its messages.
 */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const details: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const field = issue.path.join(".") || "body";
    details[field] = [...(details[field] ?? []), issue.message];
  }
  const [field, messages] = Object.entries(details)[0] ?? ["body", ["is not valid"]];
  throw new ApiError("VALIDATION_ERROR", `Check ${field}: ${messages[0]}`, details);
}
