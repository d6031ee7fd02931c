// The key pair that signs local pushes. Browsers bind a subscription to it, so it is made once and kept with the data.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import webPush, { type VapidKeys } from "web-push";

/** The folder's key pair. */
export function vapidKeys(dataDir: string): VapidKeys {
  const file = join(dataDir, "vapid.json");
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(webPush.generateVAPIDKeys()), { mode: 0o600 });
  return JSON.parse(readFileSync(file, "utf8"));
}
