import { runSagas } from "@/lib/flows/run-sagas";
import { deliverSandboxEvents } from "@/lib/payments/sandbox";
import { invalidate } from "@/lib/platform/cache";
import { env } from "@/lib/platform/env";
import { job } from "@/lib/platform/http/job";

export const { GET, POST, PUT, PATCH, DELETE } = job(
  "sagas",
  "Bring payments and refunds to their ends: what providers sent, what is due, what stands where it should not",
  async (db, { origin }) => {
    const applied = await db.call("apply_provider_events");
    const steps = await runSagas(db);
    const swept = await db.call("sweep_money");
    const webhooks = env().PAYMENT_PROVIDER === "sandbox" ? await deliverSandboxEvents(origin) : null;
    invalidate("catalog"); // what was released is back on whichever menus
    return { applied, steps, swept, webhooks };
  },
);
