// What a request is for, which decides how many of its kind may be at work at once (bulkheads.ts) and when it is turned away (door.ts).
// Told by the path alone, because the door must know before Next has found the route.

type Row = {
  paths: RegExp;
  /** How many may be at work at once, and how many may wait for their turn. */
  atOnce: number;
  waiting: number;
  /** The pressure (pressure.ts) from which some are turned away, and at which all are; null: never. */
  shed: readonly [from: number, all: number] | null;
};

// At once: what keeps a process busy, and leaves every other row some of the dozen connections that a REST pool holds. Waiting: whoever comes in a
// burst should be served, so as many as are answered in a few seconds. The first row that fits counts.
const ROWS = {
  /** Who watches over us, what a provider tells us once, and files that ship with the site. */
  vital: {
    paths:
      /^\/(api\/(health|metrics|webhooks)(\/|$)|status$|_next\/static\/|pictures\/(?!u\/)|icon\.svg$|manifest\.webmanifest$|maplibre-gl-|icons\/|worker\.js$)/,
    atOnce: Number.POSITIVE_INFINITY,
    waiting: 0,
    shed: null,
  },
  browsing: {
    paths: /^\/(api\/(vendors|branches|cities|places)(\/|$)|vendors$|v\/|$)/,
    atOnce: 16,
    waiting: 1000,
    shed: [1, 2],
  },
  /** What people brought: each is some megabytes of memory on its way in, and all wait for Storage, which nothing else does. */
  files: {
    paths: /^\/(pictures\/u\/|api\/(papers|vendor\/pictures|orders\/[^/]+\/photos)(\/|$))/,
    atOnce: 16,
    waiting: 1000,
    shed: [0.3, 0.5],
  },
  /** From the cart to the door: the customer's, the branch's and the courier's part. As many as keep a process busy: more would only make its
   * event loop's rounds longer, and with them the answer to whoever is turned away. */
  ordering: {
    paths:
      /^\/(api\/(quotes|orders|tracking|addresses|vendor\/orders|courier|me)(\/|$)|(cart|checkout|orders|t|courier)(\/|$)|vendor$)/,
    atOnce: 8,
    waiting: 512,
    shed: [0.5, 1],
  },
  /** May wait for a provider, which ordering must not. */
  money: {
    paths: /^\/(api\/(payments|wallet(?!\/statement))(\/|$)|(payments|wallet)(\/|$))/,
    atOnce: 16,
    waiting: 512,
    shed: [0.5, 1],
  },
  /** A password costs the auth server a tenth of a second of thinking. */
  session: { paths: /^\/(api\/auth\/|sign-)/, atOnce: 8, waiting: 256, shed: [0.3, 0.5] },
  /** Sums over many rows. */
  reports: {
    paths:
      /^\/(api\/(vendor\/(stats|money|payables|payouts|cash)|admin\/(money|payouts|projections|rebuilt-state|queue\/outcomes|audit\/check)|wallet\/statement)(\/|$)|vendor\/(insights|money)(\/|$)|admin\/money(\/|$))/,
    atOnce: 4,
    waiting: 100,
    shed: [0.15, 0.3],
  },
  /** What can come later. */
  jobs: { paths: /^\/api\/(jobs\/|measurements$)/, atOnce: 4, waiting: 16, shed: [0.15, 0.3] },
  rest: { paths: /^/, atOnce: 16, waiting: 1000, shed: [0.3, 0.5] },
} as const satisfies Record<string, Row>;

export type LoadClass = keyof typeof ROWS;

export const LOAD_CLASSES: Readonly<Record<LoadClass, Row>> = ROWS;
const entries = Object.entries(ROWS) as [LoadClass, Row][];

/** The class of a request to this path. */
export function classOf(path: string): LoadClass {
  return entries.find(([, { paths }]) => paths.test(path))?.[0] ?? "rest";
}
