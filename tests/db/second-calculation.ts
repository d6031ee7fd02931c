// The price of a basket worked out a second time, in whole numbers and apart from the database: what its quotes are compared with.
import { MODA } from "./shops.ts";

type Option = { id: string; delta: bigint };
export type Group = { id: string; min: number; max: number; options: Option[]; gone: string };
export type Good = { id: string; price: bigint; groups: Group[] };
export type Line = { good: Good; chosen: Option[]; quantity: number };
export type Fees = { policy: string; base: number; perKm: number; freeFrom: number | null };

/** Kuruş of a line: never below zero, however much its options take off. */
export const lineTotal = ({ good, chosen, quantity }: Line): bigint => {
  const unit = chosen.reduce((sum, { delta }) => sum + delta, good.price);
  return (unit < 0n ? 0n : unit) * BigInt(quantity);
};

function metres(to: { lat: number; lng: number }): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(rad(to.lat - MODA.lat) / 2) ** 2 +
    Math.cos(rad(MODA.lat)) * Math.cos(rad(to.lat)) * Math.sin(rad(to.lng - MODA.lng) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Kuruş of a ride from MODA to a point. */
export function feeFor(fee: Fees, to: { lat: number; lng: number }, subtotal: bigint): bigint {
  if (fee.freeFrom !== null && subtotal >= BigInt(fee.freeFrom)) return 0n;
  if (fee.policy === "zone") return BigInt(fee.base);
  return (
    ((1000n * BigInt(fee.base) + BigInt(fee.perKm) * BigInt(Math.round(metres(to))) + 49_999n) / 50_000n) *
    50n
  );
}
