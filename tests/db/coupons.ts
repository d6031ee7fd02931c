// Coupons for the tests: made as those make them whose right it is, and looked at from outside.
import { randomBytes } from "node:crypto";
import { call, sql } from "./database.ts";
import type { Body } from "./world.ts";

export type Coupon = {
  id: string;
  code: string;
  state: string;
  redeemed: number;
  given_minor: number;
  version: number;
};

/** A code nobody else has. */
export const newCode = () => `T${randomBytes(6).toString("hex").toUpperCase()}`;

/** A coupon of the maker's: 10 % unless told otherwise. */
export function coupon(maker: string, more: Body = {}): Promise<Coupon> {
  const kind = more.kind ?? "percentage";
  return call<Coupon>(maker, "create_coupon", {
    coupon: { code: newCode(), kind, ...(kind === "percentage" && { percent: 10 }), ...more },
  });
}

/** How often a coupon counts as used, by its row and by its uses. */
export async function usesOf(couponId: string): Promise<[row: number, uses: number]> {
  const [row] = await sql`select c.redeemed,
      (select count(*)::int from public.coupon_redemptions r where r.coupon_id = c.id and r.released_at is null) as uses
    from public.coupons c where c.id = ${couponId}`;
  return [row?.redeemed, row?.uses];
}
