// Sends what the database has written to be sent (app.fan_out_webhooks).
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { CallFailed, guardedPost } from "@/lib/platform/guarded-fetch";
import { type Consumer, Hopeless } from "@/lib/platform/queue/consumer";
import { signatureOf } from "./signature";

const EXCERPT_BYTES = 1024;

const Due = z.object({
  url: z.string(),
  type: z.string(),
  payload: z.string(),
  secrets: z.array(z.string()),
});
type Outcome = {
  status?: number;
  error?: string;
  lasting?: boolean;
  excerpt?: string;
  duration_ms: number;
};

/** Sends one delivery, once. Throws when it was not taken, so that the queue tries again. */
export const webhookDeliveries: Consumer = {
  name: "webhook_deliveries",
  handle: async (event, { db, signal }) => {
    const id = z.guid().parse(event.data.delivery_id);
    const due = Due.nullable().parse(await db.call("begin_webhook_delivery", { delivery_id: id }));
    if (!due) return;
    const outcome = await send(id, due, signal);
    await db.call("finish_webhook_delivery", { delivery_id: id, outcome });
    if (outcome.lasting) throw new Hopeless(outcome.error);
    if (outcome.error) throw new Error(outcome.error);
  },
};

async function send(
  id: string,
  { url, type, payload, secrets }: z.infer<typeof Due>,
  signal: AbortSignal,
): Promise<Outcome> {
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  const headers = {
    "Content-Type": "application/json",
    "User-Agent": "KapGel-Webhooks/1",
    "KapGel-Event": type,
    "KapGel-Delivery": id,
    "KapGel-Signature": signatureOf(payload, secrets),
  };
  try {
    const { status, answer } = await guardedPost(url, payload, {
      headers,
      signal,
      allowLoopback: env().WEBHOOK_ALLOW_LOOPBACK === "1",
    });
    const told = { status, excerpt: excerptOf(answer), duration_ms: took() };
    if (status >= 200 && status < 300) return told;
    return { ...told, error: status >= 300 && status < 400 ? "REDIRECT" : "BAD_STATUS" };
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    return { error: error.code, lasting: error.code === "REFUSED_ADDRESS", duration_ms: took() };
  }
}

// Text that Postgres can hold: no NUL, and no half of a character at the cut.
function excerptOf(answer: Buffer): string {
  return new TextDecoder()
    .decode(answer.subarray(0, EXCERPT_BYTES), { stream: true })
    .replaceAll("\0", "\uFFFD");
}
