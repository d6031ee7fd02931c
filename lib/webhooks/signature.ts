// How a webhook proves where it comes from: an HMAC over the moment and the very bytes that are sent (docs/webhooks.md).
import { createHmac } from "node:crypto";

/**
 * The value of KapGel-Signature: `t=<unix seconds>,v1=<hex>`, one v1 for each secret that is valid.
 * @param payload the text as it is sent
 */
export function signatureOf(payload: string, secrets: readonly string[], at = new Date()): string {
  const t = Math.floor(at.getTime() / 1000);
  const proofs = secrets.map(
    (secret) => `v1=${createHmac("sha256", secret).update(`${t}.${payload}`).digest("hex")}`,
  );
  return [`t=${t}`, ...proofs].join(",");
}
