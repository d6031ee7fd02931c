// What must be true before a server takes its first request.
import { env } from "./env";
import { log } from "./logger";

/** Stops the process, naming every variable that is missing, wrong or in the wrong place, when the environment is not right. */
export function checkEnvironment(): void {
  try {
    env();
  } catch (error) {
    log("error", error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
