// The name of a route for logs and metrics. There are as many as there are routes, whatever callers ask for.

/** What Next found in a path for the route's parameters. */
export type PathParams = Record<string, string | string[] | undefined>;

/** The path with each parameter's value replaced by its name: /api/orders/{id}; "other" when a value cannot be found in it. */
export function routeOf(path: string, params: PathParams): string {
  const parts = path.split("/").filter(Boolean).map(decoded);
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue;
    const values = [value].flat().map(decoded);
    // From the end: a value that is the same as a fixed part stands behind it.
    const at = lastIndexOf(parts, values);
    if (at < 0) return "other";
    parts.splice(at, values.length, `{${name}}`);
  }
  return `/${parts.join("/")}`;
}

function lastIndexOf(parts: string[], values: string[]): number {
  for (let at = parts.length - values.length; at >= 0; at--) {
    if (values.every((value, n) => parts[at + n] === value)) return at;
  }
  return -1;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // not well encoded: Next passes it on as it came
  }
}
