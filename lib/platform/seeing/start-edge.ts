// Errors of middleware.ts, to Sentry where a DSN is set. A trace begins behind it, with the server.
import { reportWith } from "../report";
import { startSentry } from "./sentry";
import { sentrySettings } from "./settings";

/** Starts Sentry at the edge if the environment asks for it. */
export async function startSeeingAtTheEdge(): Promise<void> {
  const sentry = sentrySettings(process.env.SENTRY_DSN, process.env);
  if (!sentry) return;
  reportWith(startSentry(await import("./sdk"), sentry, { traces: false }));
}
