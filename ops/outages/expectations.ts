// What is promised of the house while one thing it stands on is away or hangs. The measured outages are held to this, and so is docs/outages.md.

export const DEPENDENCIES = ["Postgres", "REST", "Auth", "Realtime", "Redis", "SMTP", "payments"] as const;
const WAYS = ["killed", "hung"] as const;
/** What people and programs ask for, in the words of the table. */
export const KINDS = [
  "menus",
  "menus past the cache",
  "vendor lists",
  "pages",
  "cash orders",
  "order reads",
  "transitions",
  "card payments",
  "credit transfers",
  "sign-in",
  "liveness",
  "readiness",
] as const;

export type Dependency = (typeof DEPENDENCIES)[number];
export type Way = (typeof WAYS)[number];
export type Kind = (typeof KINDS)[number];

export type Quality = {
  /** What is answered 503 UNAVAILABLE with Retry-After; everything else works. */
  refused: readonly Kind[];
  /** What comes without its contents and says so, with a button to try again: a page's status is sent before they are known. */
  bare: readonly Kind[];
  /** What /api/health says, with the checks that fail. */
  health: string;
  /** How a change comes to a screen: by its channel, by asking again meanwhile, or only after the outage. None: nothing can change. */
  screens: "at once" | "by polling" | "afterwards" | "none";
  /** E-mails that become due: they arrive, or wait and arrive afterwards. None: nothing can become due. */
  mail: "arrives" | "waits" | "none";
};
export type Expectation = Quality & {
  /** How long it takes to see all of it; a slow machine takes longer. */
  seconds: number;
};

const KILLED_S = 5;
const HUNG_S = 14; // the longest deadline is ten seconds

const NOTHING = { refused: [], bare: [], health: "healthy", screens: "at once", mail: "arrives" } as const;
const NO_DATABASE = {
  refused: KINDS.filter((kind) => kind !== "liveness" && kind !== "pages"),
  bare: ["pages"],
  health: "unhealthy: database",
  screens: "none",
  mail: "none",
} as const;
const either = (quality: Quality, killed = KILLED_S, hung = HUNG_S): Record<Way, Expectation> => ({
  killed: { ...quality, seconds: killed },
  hung: { ...quality, seconds: hung },
});

export const EXPECTED: Record<Dependency, Record<Way, Expectation>> = {
  Postgres: either(NO_DATABASE),
  REST: either(NO_DATABASE),
  Auth: either({ ...NOTHING, refused: ["sign-in"] }),
  Realtime: {
    killed: { ...NOTHING, health: "degraded: realtime", screens: "by polling", seconds: 9 }, // they ask every 5 s
    hung: { ...NOTHING, health: "degraded: realtime", screens: "afterwards", seconds: 6 },
  },
  Redis: either({ ...NOTHING, health: "degraded: redis" }, 4, 4),
  SMTP: either({ ...NOTHING, health: "degraded: email", mail: "waits" }, 6, 8),
  payments: either({ ...NOTHING, health: "degraded: payments", refused: ["card payments"] }, 6, HUNG_S),
};

/** Each outage of these dependencies, in turn. */
export function outagesOf(dependencies: readonly Dependency[]) {
  return dependencies.flatMap((dependency) => WAYS.map((way) => ({ dependency, way })));
}
