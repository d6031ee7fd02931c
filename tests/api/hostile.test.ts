// Whatever is sent to whichever operation of the OpenAPI document: an answer the contract knows, nothing of our insides in it, and nothing half
// done behind it. Each operation gets as many hostile requests as RUNS; HOSTILE_SEED=<seed> repeats a run's.
import { randomInt, randomUUID } from "node:crypto";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { STATUS_OF } from "@/lib/platform/errors";
import { sql } from "../db/database.ts";
import { ledgerIsSound } from "../db/ledger.ts";
import { leaveTown } from "../db/shops.ts";
import { api } from "./client.ts";
import { type Attack, attacks, FORGERIES, type Operation, whole } from "./hostile-inputs.ts";
import { forgeries, type HostileWorld, hostileWorld } from "./hostile-world.ts";

const RUNS = 51; // the first is whole: it shows that what is broken was right before
const AT_ONCE = 8;
const SIGNED = "POST /api/webhooks/payments/{provider}"; // only its provider can send it whole
const LIKED = /\/favourites\//; // a vendor that the whole town may like
const SEED = Number(process.env.HOSTILE_SEED ?? randomInt(2 ** 31));
const base = new URL(process.env.KAPGEL_URL ?? "");
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

type Reply = { status: number; headers: IncomingHttpHeaders; text: string };
type Found = { path: string; method: string; parameters: Operation["parameters"] };

let ours: HostileWorld;
let theirs: HostileWorld;
let operations: Operation[];
let tokens: Record<string, string>;
let inside: RegExp;
let settings: unknown;

beforeAll(async () => {
  [ours, theirs] = [await hostileWorld(), await hostileWorld()];
  const another = Object.entries(theirs.tokens).map(([role, token]) => [`another ${role}`, token]);
  tokens = {
    ...ours.tokens,
    ...Object.fromEntries(another),
    ...forgeries(ours.tokens.customer ?? "", ours.customerId),
  };
  settings = (await api("GET", "/api/admin/money/settings", { token: tokens.admin })).body;
  const document = (await api("GET", "/api/openapi.json")).body;
  operations = operationsOf(document.paths as Parameters<typeof operationsOf>[0]);
  inside = await namesInside(JSON.stringify(document));
});
afterAll(async () => {
  await api("PUT", "/api/admin/money/settings", { token: tokens.admin, body: settings });
  // What was let in of it: endpoints and browsers that nobody listens at.
  await sql`delete from public.webhook_endpoints where vendor_id in (${ours.vendorId}, ${theirs.vendorId})`;
  await sql`delete from public.push_subscriptions where user_id = ${ours.customerId}`;
  agent.destroy();
  await leaveTown();
});

it(`${RUNS} hostile requests to each operation are answered as the contract says, with nothing of our insides`, async () => {
  console.log(`HOSTILE_SEED=${SEED}`);
  const failures: string[] = [];
  const answers = new Map<string, number>();
  const refusedWhole: string[] = [];
  const queue = [...operations];
  const fuzz = async (operation: Operation) => {
    const property = fc.asyncProperty(attacks(operation, ours.own, theirs.ids), async (attack) => {
      const reply = await send(operation, attack);
      const problems = problemsOf(operation, attack, reply);
      const code = /"code":"([A-Z_]+)"/.exec(reply.text)?.[1] ?? String(reply.status);
      answers.set(code, (answers.get(code) ?? 0) + 1);
      if (attack.isWhole && operation.name !== SIGNED && /VALIDATION_ERROR|INVALID_JSON/.test(code))
        refusedWhole.push(`${operation.name} ${reply.text}`);
      if (problems.length > 0)
        throw new Error(`${problems.join("; ")}: ${reply.status} ${reply.text.slice(0, 400)}`);
    });
    const result = await fc.check(property, {
      seed: SEED + operations.indexOf(operation),
      numRuns: RUNS,
      examples: [[whole(operation, ours.own)]],
    });
    if (result.failed) failures.push(reported(operation, result));
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await fuzz(next);
    }),
  );
  console.log(
    [...answers]
      .sort(([, a], [, b]) => b - a)
      .map(([code, n]) => `${code} ${n}`)
      .join(", "),
  );
  expect(failures).toEqual([]);
  expect(refusedWhole).toEqual([]);
  const expected = [
    ...["VALIDATION_ERROR", "INVALID_JSON", "IDEMPOTENCY_KEY_REQUIRED", "UNAUTHENTICATED", "FORBIDDEN"],
    ...["NOT_FOUND", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "INVALID_TRANSITION", "200", "201"],
  ];
  expect(expected.filter((code) => !answers.has(code))).toEqual([]);
}, 400_000);

it("and nothing is half done: the ledger is sound, every order is what its events say, the server is well", async () => {
  await ledgerIsSound();
  const silent = await sql`
    select o.id from public.orders o where not exists (
      select from public.events e where e.stream_type = 'order' and e.stream_id = o.id and e.version = o.version)`;
  expect([...silent]).toEqual([]);
  expect((await api("GET", "/api/health/ready")).status).toBe(200);
});

function reported(
  { name }: Operation,
  { seed, counterexample, errorInstance }: fc.RunDetails<Attack[]>,
): string {
  const problem = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const text = `${name} (seed ${seed}): ${problem} ⟵ ${fc.stringify(counterexample)}`;
  return text.replace(/(.{1,4}?)\1{20,}/gs, "$1$1…"); // bodies may be as long as a book
}

/** What is wrong with an answer. */
function problemsOf({ roles }: Operation, { by, path }: Attack, { status, headers, text }: Reply): string[] {
  const problems: string[] = [];
  const holds = (promise: boolean, problem: string) => promise || problems.push(problem);
  holds(status < 500, "a failure of ours");
  holds(!LEAKS.test(text), `our insides: ${LEAKS.exec(text)?.[0]}`);
  holds(roles === null || !FORGERIES.includes(by) || status === 401, `${by} is not 401`);
  if (status < 400) {
    const asked = path.split(/[/?]/);
    const isForeign =
      !LIKED.test(path) && (by.startsWith("another ") ? ours : theirs).ids.some((id) => asked.includes(id));
    holds(roles === null || !isForeign || /(^| )admin$/.test(by), "another world's was given away");
    return problems;
  }
  const { error, code, details, request_id } = parsed(text);
  holds(STATUS_OF[code as keyof typeof STATUS_OF] === status, "no code of this status");
  holds(typeof error === "string" && /\S/.test(error), "no sentence");
  holds(typeof details === "object" && details !== null, "no details");
  holds(request_id !== undefined && request_id === headers["x-request-id"], "not the request's id");
  holds(!inside.test(text), `a name of the database: ${inside.exec(text)?.[0]}`);
  const token = tokens[by];
  holds(!token || !text.includes(token), "the token");
  return problems;
}

// Stacks, SQLSTATEs and Postgres' sentences, PostgREST's codes, paths of files.
const LEAKS = new RegExp(
  [
    /\bat .{0,200}\.[cm]?[jt]sx?:\d+/,
    /SQLSTATE|PGRST\d|plpgsql|PL\/pgSQL|\bpg_\w|violates .*constraint|syntax error at|relation ".*" does not/,
    /invalid input syntax|out of range for type|value too long for type|duplicate key value|permission denied for/,
    /security policy|\bselect .* from |\binsert into |node_modules|\.next\b|file:\/\/\/(?!etc)|\/(?:home|work|usr|var)\//,
    /TypeError|SyntaxError|ReferenceError|RangeError|ZodError|ECONN|fetch failed|Cannot read propert/,
  ]
    .map((one) => one.source)
    .join("|"),
);

/** Names of constraints, functions and tables, as far as the API does not use the word itself. */
async function namesInside(document: string): Promise<RegExp> {
  const rows = await sql<{ name: string }[]>`
    select conname as name from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname in ('public', 'app')
    union select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'app')
    union select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'app')`;
  const names = rows.map(({ name }) => name).filter((name) => name.includes("_") && !document.includes(name));
  expect(names.length).toBeGreaterThan(100);
  return new RegExp(`\\b(?:${names.join("|")})\\b`);
}

function operationsOf(paths: Record<string, Record<string, Found & Record<string, unknown>>>): Operation[] {
  // What takes away comes last: the others need what they name.
  const order = ["GET", "PUT", "POST", "PATCH", "DELETE"];
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([name, found]) => {
        const method = name.toUpperCase();
        const { content = {} } = (found.requestBody ?? {}) as {
          content?: Record<string, { schema: NonNullable<Operation["body"]> }>;
        };
        const json = content["application/json"]?.schema ?? null;
        return {
          name: `${method} ${path}`,
          method,
          path,
          roles: (found["x-roles"] as string[] | undefined) ?? null,
          parameters: found.parameters,
          body: json,
          files: json ? [] : Object.keys(content),
        };
      }),
    )
    .sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
}

function send(operation: Operation, attack: Attack, tries = 3): Promise<Reply> {
  const { method, parameters } = operation;
  const { by, path, headers, body } = attack;
  const token = tokens[by];
  const isKeyed = parameters.some((parameter) => parameter.in === "header");
  return new Promise((done, fail) => {
    const outgoing = request(
      {
        ...{ agent, method, path, host: base.hostname, port: base.port },
        headers: {
          ...(isKeyed ? { "Idempotency-Key": randomUUID() } : {}),
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(body === null ? {} : { "Content-Length": Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (response) => {
        outgoing.removeAllListeners("error").on("error", () => {}); // an answer may come before the whole body is sent
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    // A connection kept open may be closed just when it is used again. Whoever hangs up on this request hangs up each time.
    outgoing.on("error", (error) =>
      tries > 1 ? send(operation, attack, tries - 1).then(done, fail) : fail(error),
    );
    outgoing.end(body ?? undefined);
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
