// A courier's first page: the shift, the position, what to do next, and the cash carried.
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { ApiError } from "@/lib/platform/errors";
import { getMyCash } from "@/lib/settlement/queries";
import type { MyCash } from "@/lib/settlement/schema";
import { TaskList } from "./task-list";

export default async function CourierPage() {
  await pageUser("courier", "/courier");
  const cash = await readCash();
  return cash && <TaskList cash={cash} />;
}

/** Null for a courier whose vendor has let them go: the layout says so. */
async function readCash(): Promise<MyCash | null> {
  try {
    return await getMyCash(await pageDatabase());
  } catch (error) {
    if (error instanceof ApiError && error.code === "FORBIDDEN") return null;
    throw error;
  }
}
