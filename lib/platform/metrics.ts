// What this process has counted since it started, as Prometheus reads it.

// Next bundles pages and route handlers apart; all must count in one place.
const shared = globalThis as typeof globalThis & { kapgelCounters?: Map<string, number> };
shared.kapgelCounters ??= new Map();
const counters = shared.kapgelCounters;

/** Adds one to a counter. Labels are few and never hold personal data. */
export function count(name: `kapgel_${string}_total`, labels: Record<string, string> = {}): void {
  const series = Object.entries(labels)
    .map(([label, value]) => `${label}="${value.replace(/["\\\n]/g, "_")}"`)
    .join(",");
  const key = series ? `${name}{${series}}` : name;
  counters.set(key, (counters.get(key) ?? 0) + 1);
}

/** All counters in the Prometheus text format. */
export function metricsText(): string {
  const names = new Set<string>();
  let text = "";
  for (const [key, value] of [...counters].sort(([a], [b]) => a.localeCompare(b))) {
    const name = key.split("{")[0] ?? key;
    if (!names.has(name)) text += `# TYPE ${name} counter\n`;
    names.add(name);
    text += `${key} ${value}\n`;
  }
  return text;
}
