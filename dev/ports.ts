// The ports of one stack, all counted from one base, and the check that they are free before anything is started.
import { createServer } from "node:net";

export type Ports = {
  /** REST, Auth and Realtime: what NEXT_PUBLIC_SUPABASE_URL points at. */
  gateway: number;
  postgres: number;
  redis: number;
  upstash: number;
  /** The SMTP catcher, its inbox as JSON, and a door to the page. */
  smtp: number;
  /** The inbox page, on a port that only speaks HTTP. */
  inbox: number;
  /** PostgREST itself; only the gateway talks to it. */
  postgrest: number;
};

export const DEFAULT_PORT_BASE = 54320;

/** The ports of a stack. In: the base, e.g. 54320. */
export function portsFrom(base: number): Ports {
  return {
    gateway: base + 1,
    postgres: base + 2,
    redis: base + 3,
    upstash: base + 4,
    smtp: base + 5,
    inbox: base + 6,
    postgrest: base + 12,
  };
}

/** True when nothing listens on the port of 127.0.0.1 (or, with `host`, of another address). */
export function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Throws a sentence a person can act on when one of the stack's ports is taken. */
export async function assertPortsFree(ports: Ports, base: number): Promise<void> {
  const taken: string[] = [];
  for (const [service, port] of Object.entries(ports)) {
    if (!(await isPortFree(port))) taken.push(`${port} (${service})`);
  }
  if (taken.length === 0) return;
  throw new Error(
    `Port ${taken.join(", ")} is already taken. Stop what uses it, or choose other ports: STACK_PORT_BASE=${base + 1000} npm run dev`,
  );
}
