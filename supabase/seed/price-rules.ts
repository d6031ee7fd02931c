// Price rules of the demo town: an afternoon's happy hour that runs, and a lunch that its vendor has paused.
import type postgres from "postgres";
import { accountId } from "./accounts.ts";
import { seedId } from "./ids.ts";
import { vendors } from "./vendors/all.ts";

const rules = [
  {
    vendor: "serce-kahve",
    name: "İkindi kahvesi",
    percent: 20,
    starts: "15:00",
    ends: "18:00",
    active: true,
  },
  { vendor: "moda-lezzet", name: "Öğle menüsü", percent: 15, starts: "11:30", ends: "14:00", active: false },
] as const;

/** Makes the rules as of the town's first day, on weekdays and for the whole menu; the vendors exist by now. */
export async function seedPriceRules(tx: postgres.TransactionSql, since: Date): Promise<void> {
  const rows = rules.map(({ vendor, ...rule }) => ({
    ...rule,
    id: seedId("price-rule", vendor),
    vendor_id: seedId("vendor", vendor),
    scope: "menu",
    weekdays: [1, 2, 3, 4, 5],
    created_by: accountId(vendors.find(({ slug }) => slug === vendor)?.owner.email ?? ""),
    created_at: since,
    updated_at: since,
  }));
  await tx`insert into public.price_rules ${tx(rows)}`;
}
