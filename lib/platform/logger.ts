// One JSON line an event on stderr. Never given a body, a token or a person's data.

type Level = "info" | "warn" | "error";

/** Writes one line. `fields` are plain values: ids, counts, durations in milliseconds. */
export function log(level: Level, message: string, fields: Record<string, unknown> = {}): void {
  process.stderr.write(`${JSON.stringify({ level, time: new Date().toISOString(), message, ...fields })}\n`);
}
