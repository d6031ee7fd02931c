// Next bundles the boot, pages, route handlers and middleware apart, so that one module of ours may stand several times in a process. What all of
// them must share is kept here.

const shared = globalThis as typeof globalThis & { kapgel?: Map<string, unknown> };

/** What this process has once under `name`; made by whoever asks first. */
export function perProcess<T>(name: string, make: () => T): T {
  shared.kapgel ??= new Map();
  if (!shared.kapgel.has(name)) shared.kapgel.set(name, make());
  return shared.kapgel.get(name) as T;
}
