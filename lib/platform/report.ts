// Tells whoever watches (Sentry, where a DSN is set: seeing/sentry.ts) of what nobody foresaw. Nothing is loaded for it and nothing happens
// where nobody does.
import { STATUS_OF } from "./errors";
import { perProcess } from "./per-process";

/** What a report is found by: ids and names, never data. */
type Facts = Record<string, string>;
type Reporter = (error: unknown, facts: Facts) => void;

const told = perProcess<{ reporter?: Reporter }>("report", () => ({}));

/** Sets who is told. */
export function reportWith(reporter: Reporter): void {
  told.reporter = reporter;
}

/** Tells of an error. An ApiError is an answer, of which nobody is told. */
export function report(error: unknown, facts: Facts): void {
  if (!isAnswer(error)) told.reporter?.(error, facts);
}

// By its shape: a bundle's ApiError is not another's.
function isAnswer(error: unknown): boolean {
  return error instanceof Error && "code" in error && "details" in error && String(error.code) in STATUS_OF;
}
