// Reading what vendors earned, what couriers carry and what was paid out.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import {
  type AllPayoutsQuery,
  CourierCashList,
  HandInPage,
  type HandInsQuery,
  MyCash,
  PayablePage,
  type PayablesQuery,
  PayoutDetail,
  PayoutPage,
  type PayoutsQuery,
  VendorMoney,
} from "./schema";

/** How the caller's vendor stands. */
export async function getVendorMoney(db: Database): Promise<VendorMoney> {
  return VendorMoney.parse(await db.call("vendor_money"));
}

/** A page of the lines of the caller's vendor, newest first. */
export async function listPayables(db: Database, filter: Partial<z.infer<typeof PayablesQuery>> = {}) {
  return PayablePage.parse(await db.call("list_payables", { filter }));
}

/** A page of the payouts of the caller's vendor, newest first. */
export async function listPayouts(db: Database, filter: Partial<z.infer<typeof PayoutsQuery>> = {}) {
  return PayoutPage.parse(await db.call("list_payouts", { filter }));
}

/** A page of all vendors' payouts, or of one's, newest first. Operators only. */
export async function listAllPayouts(db: Database, filter: Partial<z.infer<typeof AllPayoutsQuery>> = {}) {
  return PayoutPage.parse(await db.call("list_all_payouts", { filter }));
}

/** One payout with its lines. Throws NOT_FOUND when it is not the caller's to see. */
export async function getPayout(db: Database, id: string): Promise<PayoutDetail> {
  return PayoutDetail.parse(await db.call("get_payout", { payout_id: id }));
}

/** What each courier of the caller's vendor carries. */
export async function listCourierCash(db: Database) {
  return CourierCashList.parse(await db.call("list_courier_cash"));
}

/** A page of hand-ins of the caller's vendor, newest first. */
export async function listHandIns(db: Database, filter: Partial<z.infer<typeof HandInsQuery>> = {}) {
  return HandInPage.parse(await db.call("list_hand_ins", { filter }));
}

/** What the calling courier carries. */
export async function getMyCash(db: Database): Promise<MyCash> {
  return MyCash.parse(await db.call("my_cash"));
}
