// The orders of the vendor list, apart from the schemas: browsers show them and need no zod for it.

export const VENDOR_SORTS = ["recommended", "nearest", "fastest", "rating", "minimum"] as const;
export type VendorSort = (typeof VENDOR_SORTS)[number];
