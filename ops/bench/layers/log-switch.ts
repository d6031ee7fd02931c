import type pino from "pino";
import { log } from "@/lib/platform/logger";
import { perProcess } from "@/lib/platform/per-process";

const LOGGED = ["/api/logged", "/api/all"];

log("info", "the layers are measured"); // its first line makes the log
const logger = perProcess<pino.Logger>("logger", () => {
  throw new Error("The log is kept under another name.");
});

/** Has the log on for the routes that are measured with it. */
export function switchLog(path: string): void {
  logger.level = LOGGED.includes(path) ? "info" : "silent";
}
