// docs/outages.md: the measured outages in people's words. Columns of words follow from what happened; figures are the run's that
// wrote the page.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { KINDS, type Kind } from "./expectations.ts";
import type { MenusBeside } from "./menus.ts";
import type { Outage, Report } from "./outages.ts";

const PAGE = new URL("../../docs/outages.md", import.meta.url);
const WORDS = [
  "works",
  "answers 503",
  "comes bare",
  "screens learn of changes",
  "e-mails",
  "health says",
] as const;
const FIGURES = ["after", "longest wait", "all works again after"] as const;
const MAIL = { arrives: "arrive", waits: "wait, and arrive afterwards", none: "nothing is due" } as const;
const SCREENS = {
  "at once": "at once",
  "by polling": "within 5 s, by asking",
  afterwards: "afterwards",
  none: "nothing changes",
};

/** The columns of words of an outage, by its name. */
function wordsOf(outage: Outage): [name: string, words: string[]] {
  const { dependency, way, refused, bare, screens, mail, health } = outage;
  const working = KINDS.filter((kind) => !refused.includes(kind) && !bare.includes(kind));
  const isFew = working.length < refused.length;
  return [
    `${dependency} ${way}`,
    [
      refused.length === 0 ? "everything" : isFew ? list(working) : "all else",
      refused.length === 0 ? "–" : isFew ? "all else" : list(refused),
      bare.length === 0 ? "–" : list(bare),
      SCREENS[screens],
      MAIL[mail],
      health,
    ],
  ];
}

/** Writes the page of a run. */
export function writePage({ outages, lost }: Report, menus: MenusBeside): void {
  const rows = outages.map((outage) => {
    const [name, words] = wordsOf(outage);
    return [name, ...words, ...figuresOf(outage)];
  });
  const head = ["", ...WORDS, ...FIGURES];
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  writeFileSync(
    PAGE,
    `# When something is away

Written by \`npm run test:outages\` ([ops/outages](../ops/outages)), which takes each dependency of a town away in turn, under a light load: *killed*, its
connections are reset; *hung*, they are taken and nothing is said. It fails when what it sees is not what was promised
([expectations.ts](../ops/outages/expectations.ts)). What is answered 503 is \`UNAVAILABLE\` with \`Retry-After\`; the same request with its key is safe to repeat. What *comes bare* is a page whose
status was sent before its contents were known: in their place it says that they could not be loaded, with a button to try again.

${table}

"After" is how long it took until health said so; "longest wait" is the slowest answer to anybody; "again" counts from the end of the outage until the last
of all worked, which is named.

**Lost: nothing.** Of ${lost.claims} orders and transfers ${lost.repeated} got no success and were asked for again under their keys: each exists once. The
ledger adds up, every card was charged once, and ${lost.emails} e-mails reached their inbox.

**Menus beside a hung payment provider:** p95 ${ms(menus.hangingMs)}, beside one that answers ${ms(menus.answeringMs)}: ${percent(menus.ratio)} (${menus.reads} reads past the
cache, by turns).

*${cpus().length} cores, Node ${process.version}, app, database and load on one machine.*
`,
  );
}

function figuresOf({ saidAfterMs, slowest, recovery }: Outage): string[] {
  return [
    saidAfterMs === null ? "–" : seconds(saidAfterMs),
    `${seconds(slowest.ms)} (${slowest.kind})`,
    `${seconds(recovery.ms)} (${recovery.last})`,
  ];
}

const list = (kinds: readonly Kind[]) => kinds.join(", ");
const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
const ms = (value: number) => `${value.toFixed(1)} ms`;
const percent = (ratio: number) => `${ratio < 1 ? "−" : "+"}${Math.abs(100 * ratio - 100).toFixed(0)} %`;
