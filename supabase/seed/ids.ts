// Ids of the demo town: the same thing has the same id in every database, so tests, links and screenshots stay true.
import { createHash } from "node:crypto";

/**
 * A version 5 UUID made of a kind and a path, e.g. `seedId("product", "moda-lezzet", "Ayran")`.
 */
export function seedId(kind: string, ...path: string[]): string {
  const bytes = createHash("sha1")
    .update(["kapgel", kind, ...path].join("/"))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
