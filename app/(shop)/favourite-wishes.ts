// What the visitor likes, as they last tapped, in every heart on the page. A vendor's requests go one after the other and end at the last
// tap, so that quick taps can neither overtake each other nor be lost.
import { api } from "@/lib/browser/api";

const shown = new Map<string, boolean>();
const kept = new Map<string, boolean>();
const sending = new Set<string>();
const listeners = new Set<() => void>();

function show(id: string, liked: boolean): void {
  shown.set(id, liked);
  for (const listener of listeners) listener();
}

/** Calls `listener` when a heart changes; answers how to stop. */
export function onWish(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the vendor is liked, undefined while nobody has tapped. */
export const wishOf = (id: string): boolean | undefined => shown.get(id);

/** Shows the wish at once and keeps it. `was` is what the page came with. Throws ApiError, having shown again what is kept. */
export async function wish(id: string, was: boolean, liked: boolean): Promise<void> {
  if (!kept.has(id)) kept.set(id, was);
  show(id, liked);
  if (sending.has(id)) return;
  sending.add(id);
  try {
    for (let next = shown.get(id); next !== undefined && next !== kept.get(id); next = shown.get(id)) {
      await (next ? api.put(`/api/favourites/${id}`, undefined) : api.delete(`/api/favourites/${id}`));
      kept.set(id, next);
    }
  } catch (error) {
    show(id, kept.get(id) ?? was);
    throw error;
  } finally {
    sending.delete(id);
  }
}
