// Reading payments: a customer's own, and the operator's desk.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import {
  MoneyOverview,
  MoneySettings,
  type Payment,
  ProviderEventPage,
  type ProviderEventsQuery,
  SagaPage,
  type SagasQuery,
  StoredPayment,
} from "./schema";
import { shown } from "./shown";

/** One of the caller's payments. Throws NOT_FOUND for anybody else's. */
export async function getPayment(db: Database, id: string): Promise<Payment> {
  return shown(StoredPayment.parse(await db.call("get_payment", { payment_id: id })));
}

/** Whether every lira is where it belongs. Operators only. */
export async function moneyOverview(db: Database): Promise<MoneyOverview> {
  return MoneyOverview.parse(await db.call("money_overview"));
}

/** A page of sagas, newest first. Operators only. */
export async function listSagas(db: Database, filter: Partial<z.infer<typeof SagasQuery>> = {}) {
  return SagaPage.parse(await db.call("list_sagas", { filter }));
}

/** A page of what providers sent, newest first. Operators only. */
export async function listProviderEvents(
  db: Database,
  filter: Partial<z.infer<typeof ProviderEventsQuery>> = {},
) {
  return ProviderEventPage.parse(await db.call("list_provider_events", { filter }));
}

/** The operators' rules for money. */
export async function moneySettings(db: Database): Promise<MoneySettings> {
  return MoneySettings.parse(await db.call("get_money_settings"));
}
