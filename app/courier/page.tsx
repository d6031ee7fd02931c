// A courier's first page: the shift, the position, what to do next, and the money: earned and carried.
import { getEarnings } from "@/lib/couriers/queries";
import type { Earnings } from "@/lib/couriers/schema";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { ApiError } from "@/lib/platform/errors";
import { getMyCash } from "@/lib/settlement/queries";
import type { MyCash } from "@/lib/settlement/schema";
import { TaskList } from "./task-list";

export default async function CourierPage() {
  await pageUser("courier", "/courier");
  const money = await readMoney();
  return money && <TaskList money={money} />;
}

/** Null for a courier whose vendor has let them go: the layout says so. */
async function readMoney(): Promise<{ cash: MyCash; earnings: Earnings } | null> {
  try {
    const db = await pageDatabase();
    const [cash, earnings] = await Promise.all([getMyCash(db), getEarnings(db)]);
    return { cash, earnings };
  } catch (error) {
    if (error instanceof ApiError && error.code === "FORBIDDEN") return null;
    throw error;
  }
}
