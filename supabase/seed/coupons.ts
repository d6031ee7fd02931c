// Coupons of the demo town: one of a vendor, one that brings the fee down, and the operator's welcome.
import type postgres from "postgres";
import { accountId } from "./accounts.ts";
import { seedId } from "./ids.ts";
import { operator } from "./people.ts";
import { vendors } from "./vendors/all.ts";

/** Money in kuruş. `vendor` is a slug: who bears the coupon and where it is good; null is the platform, everywhere. */
type Coupon = {
  code: string;
  vendor: string | null;
  kind: "percentage" | "amount" | "free_delivery";
  percent?: number;
  amount?: number;
  cap?: number;
  minimum: number;
  perPerson: number | null;
  total: number | null;
};

const coupons: readonly Coupon[] = [
  {
    code: "MODA20",
    vendor: "moda-lezzet",
    kind: "percentage",
    percent: 20,
    cap: 7_500,
    minimum: 15_000,
    perPerson: null,
    total: 500,
  },
  {
    code: "YOLBEDAVA",
    vendor: "cankaya-firin",
    kind: "free_delivery",
    minimum: 0,
    perPerson: 3,
    total: null,
  },
  {
    code: "HOSGELDIN",
    vendor: null,
    kind: "amount",
    amount: 5_000,
    minimum: 20_000,
    perPerson: 1,
    total: 1_000,
  },
];

/** Makes the coupons as of the town's first day; the vendors exist by now. */
export async function seedCoupons(tx: postgres.TransactionSql, since: Date): Promise<void> {
  const rows = coupons.map(({ code, vendor, kind, percent, amount, cap, minimum, perPerson, total }) => ({
    id: seedId("coupon", code),
    borne_by: vendor ? "vendor" : "platform",
    vendor_id: vendor && seedId("vendor", vendor),
    code,
    kind,
    percent: percent ?? null,
    amount_minor: amount ?? null,
    cap_minor: cap ?? null,
    minimum_minor: minimum,
    person_limit: perPerson,
    total_limit: total,
    starts_at: since,
    created_by: accountId(vendors.find(({ slug }) => slug === vendor)?.owner.email ?? operator.email),
    created_at: since,
    updated_at: since,
  }));
  await tx`insert into public.coupons ${tx(rows)}`;
}
