// Whose business a request is, for its log line: told by what came in or went out, never asked of the database.

import { isId } from "./fields";

/** The one vendor that a query, a body or an answer names: itself, or in each row of its list. Null where there is none, or more than one. */
export function vendorOf(said: unknown): string | null {
  if (typeof said !== "object" || said === null) return null;
  if ("data" in said && Array.isArray(said.data)) {
    const [first, ...others] = said.data.map(vendorOf);
    return first && others.every((id) => id === first) ? first : null;
  }
  const id =
    "vendor_id" in said
      ? said.vendor_id
      : "vendor" in said && typeof said.vendor === "object" && said.vendor !== null && "id" in said.vendor
        ? said.vendor.id
        : null;
  return isId(id) ? id : null;
}
