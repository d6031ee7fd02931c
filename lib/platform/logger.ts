// One JSON line an event on stderr, without secrets and personal data (redact.ts). Written in this thread: a process that ends, or a function
// that is frozen, leaves no line behind. LOG_LEVEL says from which level on (lib/platform/env.ts).
import pino from "pino";
import { perProcess } from "./per-process";
import { redacted, redactedText } from "./redact";

export type Level = "info" | "warn" | "error";

/** Writes one line. `fields` are plain values: ids, counts, durations in milliseconds. */
export function log(level: Level, message: string, fields: Record<string, unknown> = {}): void {
  const logger = perProcess("logger", newLogger);
  if (!logger.isLevelEnabled(level)) return;
  logger[level](redacted(fields), redactedText(message));
}

const LEVELS = ["info", "warn", "error", "silent"];

// A level that is none is refused by env.ts, which needs a logger to say so.
function newLogger(): pino.Logger {
  const asked = process.env.LOG_LEVEL ?? "";
  return pino(
    {
      level: LEVELS.includes(asked) ? asked : "info",
      base: null,
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line) => process.stderr.write(line) },
  );
}
