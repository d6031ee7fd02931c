const LIMITED = ["/api/limited", "/api/all"];

/** Has limits on for the routes that are measured with them, in the part of Next, edge or server, that asks. */
export function switchLimits(path: string): void {
  process.env.RATE_LIMIT_BACKEND = LIMITED.includes(path) ? "memory" : "disabled";
}
