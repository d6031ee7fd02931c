// Stripe's API as far as taking a card asks for it. It forgets nothing and has one intent for an idempotency key. Whoever pays is quick: an
// intent that is looked at has been paid by then.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Intent = {
  id: string;
  object: "payment_intent";
  amount: number;
  currency: string;
  status: "requires_payment_method" | "succeeded" | "canceled";
  client_secret: string;
  metadata: { payment_id: string };
  last_payment_error: null;
};

export type Stripe = {
  port: number;
  /** Every intent that was ever made. */
  intents: () => Intent[];
  close: () => void;
};

/** Starts it on a port of this machine. */
export async function startStripe(): Promise<Stripe> {
  const byKey = new Map<string, Intent>();
  const answer = async (asked: IncomingMessage): Promise<Intent | null> => {
    const [, , kind, id, action] = (asked.url ?? "").split("/");
    if (kind !== "payment_intents") return null;
    if (!id) {
      const form = new URLSearchParams(await textOf(asked));
      const key = String(asked.headers["idempotency-key"]);
      const intent = byKey.get(key) ?? newIntent(`pi_${byKey.size + 1}`, form);
      byKey.set(key, intent);
      return intent;
    }
    const intent = [...byKey.values()].find((known) => known.id === id);
    if (intent?.status === "requires_payment_method")
      intent.status = action === "cancel" ? "canceled" : "succeeded";
    return intent ?? null;
  };
  const server = createServer(async (asked, response) => {
    const intent = await answer(asked);
    response.writeHead(intent ? 200 : 404, { "Content-Type": "application/json" });
    response.end(
      JSON.stringify(intent ?? { error: { type: "invalid_request_error", message: "There is none." } }),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    intents: () => [...byKey.values()],
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function newIntent(id: string, form: URLSearchParams): Intent {
  return {
    id,
    object: "payment_intent",
    amount: Number(form.get("amount")),
    currency: "try",
    status: "requires_payment_method",
    client_secret: `${id}_secret`,
    metadata: { payment_id: form.get("metadata[payment_id]") ?? "" },
    last_payment_error: null,
  };
}

async function textOf(asked: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of asked.setEncoding("utf8")) text += part;
  return text;
}
