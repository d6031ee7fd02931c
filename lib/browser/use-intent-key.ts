"use client";
// Idempotency keys belong to an intent, not to a request: trying the same thing again keeps its key, so that a lost
// answer can never place a second order, even across a reload. Another body is another intent and gets another key.
import { useCallback, useState } from "react";

/**
 * `keyFor(body)` gives the same UUID for as long as the body stays the same; `done()` forgets it after success,
 * so that ordering the same again is a new intent. `scope` names the intent ("checkout") in this tab's storage.
 */
export function useIntentKey(scope: string) {
  const [memory] = useState(() => new Map<string, string>());
  const place = `intent:${scope}`;

  const keyFor = useCallback(
    (body: unknown): string => {
      const text = JSON.stringify(body);
      const kept = recall(memory, place);
      if (kept?.body === text) return kept.key;
      const key = newKey();
      remember(memory, place, JSON.stringify({ body: text, key }));
      return key;
    },
    [memory, place],
  );
  const done = useCallback(() => remember(memory, place, null), [memory, place]);
  return { keyFor, done };
}

function recall(memory: Map<string, string>, place: string): { body: string; key: string } | null {
  try {
    const text = memory.get(place) ?? sessionStorage.getItem(place);
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** Storage may be blocked or full: memory alone then still covers every retry without a reload. */
function remember(memory: Map<string, string>, place: string, text: string | null): void {
  if (text === null) memory.delete(place);
  else memory.set(place, text);
  try {
    if (text === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, text);
  } catch {
    // See above.
  }
}

/** A random UUID, also on plain http from another device, where crypto.randomUUID does not exist. */
export function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
