// What must be true before a server takes its first request.
import { env } from "./env";
import { log } from "./logger";

/** Says what is switched off. Stops the process, naming every variable that is missing, wrong or in the wrong place, when the environment is not right. */
export function checkEnvironment(): void {
  try {
    const { SMTP_URL, VAPID_PRIVATE_KEY } = env();
    if (!SMTP_URL) log("warn", "E-mail is off: SMTP_URL is not set.");
    if (!VAPID_PRIVATE_KEY) log("warn", "Push is off: the VAPID variables are not set.");
  } catch (error) {
    log("error", error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
