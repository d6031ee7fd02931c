// Spans of what happens inside a request or a job, for OpenTelemetry (seeing/spans.ts). Where nobody collects traces the work is only called.
import { perProcess } from "./per-process";

/** What a span says beside its name: ids and names, never data. */
type Facts = Record<string, string | number>;
export type Tracing = {
  span: <T>(name: string, facts: Facts, work: () => Promise<T>, options: { isRoot: boolean }) => Promise<T>;
  note: (facts: Facts) => void;
};

const made = perProcess<{ tracing?: Tracing }>("tracing", () => ({}));

/** Sets who makes spans. */
export function traceWith(tracing: Tracing): void {
  made.tracing = tracing;
}

/** `work`, as a part of what is under way. Returns and throws what it does. */
export function traced<T>(name: string, facts: Facts, work: () => Promise<T>): Promise<T> {
  return made.tracing ? made.tracing.span(name, facts, work, { isRoot: false }) : work();
}

/** `work`, as a trace of its own: a job may run after the answer to a request that has nothing to do with it. */
export function tracedApart<T>(name: string, facts: Facts, work: () => Promise<T>): Promise<T> {
  return made.tracing ? made.tracing.span(name, facts, work, { isRoot: true }) : work();
}

/** Adds to the span of what is under way. */
export function noteOnSpan(facts: Facts): void {
  made.tracing?.note(facts);
}
