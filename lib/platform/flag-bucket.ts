// Where a person falls among a hundred for a flag. app.flag_bucket() in SQL counts alike: a page and the transaction behind it must agree.
import { createHash } from "node:crypto";

/** 0 to 99, always the same for a flag and a person. */
export function bucketOf(flag: string, personId: string): number {
  return (
    Number.parseInt(createHash("sha256").update(`${flag}:${personId}`).digest("hex").slice(0, 8), 16) % 100
  );
}
