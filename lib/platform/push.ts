// Web push: an encrypted message to a browser through the push service that browser uses. Where it goes is the browser's word, which
// is a stranger's: only known push services are ever called.
import "server-only";
import webPush from "web-push";
import { z } from "zod";
import { env } from "./env";
import { Hopeless } from "./queue/consumer";

const TIMEOUT_MS = 5000;
const MAX_PAYLOAD_BYTES = 3000; // services take 4096 encrypted; the rest is room for what encryption adds
// A leading point stands for every host beneath.
const SERVICES = [
  "fcm.googleapis.com",
  ".push.services.mozilla.com",
  ".notify.windows.com",
  ".push.apple.com",
];
// Of the refusals (4xx) these may pass later; the others stay.
const RETRIED = new Set([408, 425, 429]);

/** A browser's subscription, as PushSubscription.toJSON() gives it. */
export type PushTarget = { endpoint: string; keys: { p256dh: string; auth: string } };
export type PushOptions = {
  /** How long the service keeps it for a device that is away. */
  ttlSeconds: number;
  urgency: "very-low" | "low" | "normal" | "high";
  /** A later push of the same topic replaces one still waiting. At most 32 characters of base64url. */
  topic?: string;
};

/** The push service did not take it now; it may another time. */
export class PushUnavailable extends Error {
  override readonly name = "PushUnavailable";
}

/** Whether this server sends pushes at all. */
export function pushIsOn(): boolean {
  return env().VAPID_PRIVATE_KEY !== undefined;
}

/** Whether an endpoint is one of a known push service: what a subscription must pass before it is stored, and again before a call. */
export function isPushEndpoint(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, host, hostname, username, password } = new URL(endpoint);
  if (username || password) return false;
  const added = (env().PUSH_HOSTS ?? "").split(",");
  if (added.includes(host) || added.includes(hostname)) {
    return protocol === "https:" || (protocol === "http:" && process.env.VERCEL_ENV !== "production");
  }
  return (
    protocol === "https:" &&
    host === hostname && // a known service has no port of its own
    SERVICES.some((name) => (name.startsWith(".") ? host.endsWith(name) : host === name))
  );
}

/**
 * Sends one push.
 * @returns "sent" when the service has taken it, "gone" when the subscription has ended and should be forgotten.
 * @throws Hopeless when no repeat can help (a foreign endpoint, broken keys, too long a payload, a refusal by the service);
 * PushUnavailable when another try may succeed.
 */
export async function sendPush(
  target: PushTarget,
  payload: object,
  options: PushOptions,
  signal?: AbortSignal,
): Promise<"sent" | "gone"> {
  if (!isPushEndpoint(target.endpoint)) throw new Hopeless("push: the endpoint is not a push service's");
  const { url, headers, body } = encrypted(target, JSON.stringify(payload), options);
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const status = await fetch(url, {
    method: "POST",
    headers,
    body,
    redirect: "manual", // could lead anywhere
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  }).then(
    async (response) => {
      await response.body?.cancel();
      return response.status;
    },
    (cause: unknown) => {
      throw new PushUnavailable("push: no answer", { cause });
    },
  );
  if (status >= 200 && status < 300) return "sent";
  if (status === 404 || status === 410) return "gone";
  if (status >= 500 || RETRIED.has(status)) throw new PushUnavailable(`push: answered ${status}`);
  throw new Hopeless(`push: answered ${status}`);
}

function encrypted({ endpoint, keys }: PushTarget, payload: string, options: PushOptions) {
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT } = env();
  if (!VAPID_PUBLIC_KEY || !VAPID_PRIVATE_KEY || !VAPID_SUBJECT) {
    throw new Hopeless("push: the VAPID keys are not set");
  }
  if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES) throw new Hopeless("push: the payload is too long");
  const url = new URL(endpoint).href; // the spelling that was judged is the one that is called
  try {
    const details = webPush.generateRequestDetails({ endpoint: url, keys }, payload, {
      TTL: options.ttlSeconds,
      urgency: options.urgency,
      topic: options.topic,
      vapidDetails: {
        subject: VAPID_SUBJECT,
        publicKey: VAPID_PUBLIC_KEY,
        privateKey: VAPID_PRIVATE_KEY,
      },
    });
    const headers = z.record(z.string(), z.coerce.string()).parse(details.headers);
    return { url, headers, body: new Uint8Array(details.body) };
  } catch (cause) {
    throw new Hopeless("push: nothing can be encrypted for the subscription's keys", { cause });
  }
}
