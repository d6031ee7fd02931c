// A light, steady load of everything that people and programs ask for: a caller a kind, who waits for an answer and then pauses, so that a slow
// machine is asked less.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { demoBranch, orderShots } from "../bench/shop.ts";
import { type Answered, ask } from "./ask.ts";
import { KINDS, type Kind } from "./expectations.ts";
import type { Person, Town } from "./town.ts";

/** How long a caller pauses, in ms. */
const PAUSE_MS: Record<Kind, number> = {
  menus: 300,
  "menus past the cache": 600,
  "vendor lists": 600,
  pages: 1000,
  "cash orders": 800,
  "order reads": 600,
  transitions: 1000,
  "card payments": 1000,
  "credit transfers": 1000,
  "sign-in": 1000,
  liveness: 600,
  readiness: 600,
};
const HEALTH_PAUSE_MS = 250;
const NEXT = { NEW: "CONFIRMED", CONFIRMED: "PREPARING", PREPARING: "READY", READY: "DELIVERED" } as const;
// Orders to move while none can be placed; no more than can be confirmed before their time runs out.
const IN_STOCK = { least: 16, most: 40 };

/** One request; times in ms of performance.now(). */
export type Sample = { kind: Kind; at: number; ms: number; answer: string };
/** What /api/health said, as "degraded: redis". */
export type Health = { at: number; ms: number; said: string };
/** Something asked for under a key: it must come to exist exactly once. */
export type Claim = {
  path: string;
  key: string;
  person: Person;
  body: Record<string, unknown>;
  id: string | null;
};
export type Load = {
  samples: Sample[];
  healths: Health[];
  claims: Claim[];
  /** A new order, which the load leaves alone. */
  newOrder: () => Promise<{ id: string; person: Person }>;
  /** Ends it, and waits for what is under way. */
  stop: () => Promise<void>;
};
type Moving = { id: string; at: keyof typeof NEXT };

/** A page whose contents could not be rendered: Next marks where its error is to be shown. */
export const BARE = "200 without contents";

/** Whether an answer is a success. */
export const isSuccess = (answer: string): boolean => /^2\d\d$/.test(answer);

/** Starts it in a town: everything, or the kinds for which there is a pause, with `callers` of each. */
export async function startLoad(
  { base, sql, people, vendor }: Town,
  pauses: Partial<Record<Kind, number>> = PAUSE_MS,
  callers = 1,
): Promise<Load> {
  const branch = await demoBranch(base);
  const uncounted = async (ids: string[]) => {
    const counted =
      await sql`select product_id from branch_stock where stock_policy = 'counted' or not available`;
    return ids.filter((id) => !counted.some((row) => row.product_id === id));
  };
  const shots = await orderShots(
    base,
    people.map(({ token }) => token),
    uncounted,
  );
  const basket = { ...(shots(0).body as object), type: "pickup", address: undefined };

  const samples: Sample[] = [];
  const healths: Health[] = [];
  const claims: Claim[] = [];
  const moving: Moving[] = [];
  let turn = 0;
  let newest: { id: string; person: Person } | undefined;
  const somebody = () => people[turn++ % people.length] as Person;

  const claim = async (path: string, person: Person, body: Record<string, unknown>): Promise<Answered> => {
    const made: Claim = { path, key: randomUUID(), person, body, id: null };
    claims.push(made);
    const answered = await ask(base, { method: "POST", path, token: person.token, key: made.key, body });
    if (isSuccess(answered.answer)) made.id = (answered.body as { id: string }).id;
    return answered;
  };
  const place = (person: Person, payment_method: "cash" | "card") =>
    claim("/api/orders", person, { ...basket, payment_method });
  const newOrder = async () => {
    const person = somebody();
    const { answer, body } = await place(person, "cash");
    if (answer !== "201") throw new Error(`placing an order answered ${answer}`);
    return { id: (body as { id: string }).id, person };
  };
  const act = (person: Person, payment: string, action: string) =>
    ask(base, {
      method: "POST",
      path: `/api/payments/${payment}/${action}`,
      token: person.token,
      key: randomUUID(),
      body: {},
    });
  const read = async (path: string) => (await ask(base, { path })).answer;

  const kinds: Record<Kind, () => Promise<string | null>> = {
    menus: () => read(`/api/branches/${branch.id}/menu`),
    "menus past the cache": () => read(`/api/branches/${branch.id}/menu?turn=${turn++}`),
    "vendor lists": () => read(`/api/vendors?lat=${branch.lat}&lng=${branch.lng}`),
    pages: async () => {
      const { answer, text } = await ask(base, { path: "/vendors" });
      if (!isSuccess(answer) || text.includes('href="/v/')) return answer;
      return /data-dgst|digest\\?":/.test(text) ? BARE : `${answer} without a word`;
    },
    "cash orders": async () => {
      const person = somebody();
      const { answer, body } = await place(person, "cash");
      if (answer === "201") {
        newest = { id: (body as { id: string }).id, person };
        if (moving.length < IN_STOCK.most) moving.push({ id: newest.id, at: "NEW" });
      }
      return answer;
    },
    "order reads": async () =>
      newest
        ? (await ask(base, { path: `/api/orders/${newest.id}`, token: newest.person.token })).answer
        : null,
    transitions: async () => {
      const order = moving.shift();
      if (!order) return null;
      const to = NEXT[order.at];
      const { answer, body } = await ask(base, {
        method: "POST",
        path: `/api/orders/${order.id}/transitions`,
        token: vendor,
        body: { to },
      });
      // An attempt that was not answered may have done it.
      const { details } = (body ?? {}) as { details?: { current?: { status: string } } };
      const isThere = isSuccess(answer) || details?.current?.status === to;
      if (!isThere) moving.push(order);
      else if (to !== "DELIVERED") moving.push({ id: order.id, at: to });
      return isThere ? "200" : answer;
    },
    "card payments": async () => {
      const person = somebody();
      const { answer, body } = await place(person, "card");
      if (answer !== "201") return answer;
      const { payment_id } = body as { payment_id: string };
      const begun = await act(person, payment_id, "start");
      return isSuccess(begun.answer) ? (await act(person, payment_id, "confirm")).answer : begun.answer;
    },
    "credit transfers": async () =>
      (await claim("/api/wallet/transfers", somebody(), { to_email: somebody().email, amount_minor: 1 }))
        .answer,
    "sign-in": async () =>
      (
        await ask(base, {
          method: "POST",
          path: "/api/auth/sign-in",
          body: { email: somebody().email, password: "kapgel-demo" },
        })
      ).answer,
    liveness: () => read("/api/health/live"),
    readiness: () => read("/api/health/ready"),
  };

  for (let n = 0; n < IN_STOCK.least; n++) moving.push({ id: (await newOrder()).id, at: "NEW" });

  let isOver = false;
  const call = async (pauseMs: number, work: () => Promise<void>) => {
    await sleep(Math.random() * pauseMs); // not all at the same moment, for ever
    for (; !isOver; await sleep(pauseMs)) await work();
  };
  const working = KINDS.flatMap((kind) => {
    const pauseMs = pauses[kind];
    if (pauseMs === undefined) return [];
    return Array.from({ length: callers }, () =>
      call(pauseMs, async () => {
        const at = performance.now();
        const answer = await kinds[kind]();
        if (answer !== null) samples.push({ kind, at, ms: performance.now() - at, answer });
      }),
    );
  });
  const watching = call(HEALTH_PAUSE_MS, async () => {
    const at = performance.now();
    const said = inAWord(await ask(base, { path: "/api/health" }));
    healths.push({ at, ms: performance.now() - at, said });
  });
  return {
    samples,
    healths,
    claims,
    newOrder,
    stop: async () => {
      isOver = true;
      await Promise.all([...working, watching]);
    },
  };
}

function inAWord({ answer, body }: Answered): string {
  if (answer !== "200") return answer;
  const { status, checks } = body as { status: string; checks: Record<string, { status: string }> };
  const failing = Object.entries(checks).filter(([, check]) => check.status === "unhealthy");
  return failing.length ? `${status}: ${failing.map(([name]) => name).join(", ")}` : status;
}
