// Hostile requests for one operation of the OpenAPI document: a whole request with one thing broken, so that the break is what is answered.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { BROKEN_FILES, fileOf } from "./hostile-files.ts";
import { one as first, type Own, type Place, places, put, sample } from "./hostile-samples.ts";
import {
  BODIES,
  COOKIES,
  CURSORS,
  EXTRAS,
  HEADERS,
  KEYS,
  near,
  QUERIES,
  type Schema,
  SEGMENTS,
  TEXTS,
  VALUES,
} from "./hostile-values.ts";

type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean; schema: Schema };
export type Operation = {
  name: string;
  method: string;
  path: string;
  roles: readonly string[] | null;
  parameters: readonly Parameter[];
  body: Schema | null;
  /** Instead of JSON a file, of one of these types. */
  files: readonly string[];
};

/** `by`: whose token is sent (a role, "another" of that role, or a token that is none), and how. */
export type Attack = {
  by: string;
  path: string;
  headers: Record<string, string>;
  body: string | Buffer | null;
  /** Nothing that the document asks for is broken. */
  isWhole: boolean;
};

const HOLE = "a hole";
const ROLES = ["customer", "vendor_admin", "courier", "admin"];
/** Tokens that open nothing (tests/api/hostile-world.ts forges them); none at all, too. */
export const FORGERIES = ["garbage", "odd", "unsigned", "expired", "forged", "escalated", "nobody"];

/**
 * Requests to one operation, each hostile in one way.
 * @param foreign ids of another world, which nobody of ours may ask for
 */
export function attacks(operation: Operation, own: Own, foreign: readonly string[]): fc.Arbitrary<Attack> {
  const { method, body, files, parameters } = operation;
  const sound = whole(operation, own);
  const has = (place: string) => parameters.some((parameter) => parameter.in === place);
  const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
  const broken = (change: Partial<Attack>): Attack => ({ ...sound, ...change, isWhole: false });
  const kinds: [weight: number, arbitrary: fc.Arbitrary<Attack>][] = [
    [body ? 24 : 0, brokenBody(operation, own, foreign).map((text) => broken({ body: text }))],
    [files.length > 0 ? 24 : 0, one(BROKEN_FILES).map((bytes) => broken({ body: bytes }))],
    [
      has("query") ? 14 : 0,
      brokenQuery(operation).map((query) => broken({ path: withQuery(sound.path, query) })),
    ],
    [
      has("path") ? 10 : 0,
      fc.oneof(one(SEGMENTS), one(foreign)).map((part) => broken({ path: pathOf(operation, own, part) })),
    ],
    [
      3,
      one(COOKIES).map((value) => {
        const headers = { ...sound.headers, Cookie: `kapgel_access=${value}` };
        return broken({ by: "nobody", headers });
      }),
    ],
    [6, one(FORGERIES).map((by) => broken({ by }))],
    [4, one([...ROLES, ...ROLES.map((role) => `another ${role}`)]).map((by) => broken({ by }))],
    [6, one(HEADERS).map((headers) => broken({ headers: { ...sound.headers, ...headers } }))],
    [2, one(QUERIES).map((query) => broken({ path: withQuery(sound.path, query) }))],
    [method === "GET" ? 1 : 8, one(BODIES).map((raw) => broken({ body: raw }))],
    [
      has("header") ? 3 : 0,
      one(KEYS).map((key) => broken({ headers: { ...sound.headers, "Idempotency-Key": key } })),
    ],
  ];
  return fc.oneof(
    ...kinds.filter(([weight]) => weight > 0).map(([weight, arbitrary]) => ({ weight, arbitrary })),
  );
}

/** The request as the document asks for it, by who may send it. */
export function whole(operation: Operation, own: Own): Attack {
  const { body, files, roles, parameters, name } = operation;
  const [type] = files;
  const asked = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const query = asked.map((one) => [one.name, String(sample(one.schema, one.name, own))]);
  return {
    by: roles?.[0] ?? "nobody",
    path: withQuery(pathOf(operation, own), new URLSearchParams(query).toString()),
    headers: body || type ? { "Content-Type": type ?? "application/json" } : {},
    body: body
      ? JSON.stringify(sample(body, name, forOperation(operation, own)))
      : type
        ? fileOf(type)
        : null,
    isWhole: true,
  };
}

const forOperation = ({ name }: Operation, own: Own): Own =>
  Object.fromEntries(
    Object.entries(own).map(([key, value]) => [
      key.startsWith(`${name} `) ? key.slice(name.length + 1) : key,
      value,
    ]),
  );

const withQuery = (path: string, query: string) => (query ? `${path}?${query}` : path);

/** The path with our own ids in it, or with `segment` in place of each. */
function pathOf(operation: Operation, own: Own, segment?: string): string {
  const mine = forOperation(operation, own);
  return operation.path.replace(/(\w[\w-]*)\/\{(\w+)\}/g, (_, before: string, name: string) => {
    const known = mine[name] ?? mine[`/${before}`];
    return `${before}/${segment ?? (typeof known === "string" ? known : randomUUID())}`;
  });
}

const LONGEST_QUERY = 12_000; // Node itself answers 431 to a head of more than 16 kB

function brokenQuery({ parameters }: Operation): fc.Arbitrary<string> {
  const asked = parameters.filter((parameter) => parameter.in === "query");
  if (asked.length === 0) return fc.constant("");
  return fc.constantFrom(...asked).chain(({ name, schema }) => {
    const texts = [
      ...TEXTS.filter((text) => text.length < 400),
      ...near(schema).map((text) => JSON.parse(text)),
    ];
    const values =
      name === "cursor" ? CURSORS : texts.map(encoded).filter((text) => text.length < LONGEST_QUERY);
    return fc.oneof(
      fc.constantFrom(...values).map((value) => `${name}=${value}`),
      fc.constantFrom(...values).map((value) => `${name}=1&${name}=${value}`),
      fc.string({ unit: "binary", maxLength: 40 }).map((value) => `${name}=${encoded(value)}`),
    );
  });
}

// encodeURIComponent refuses half a surrogate pair; sent as the bytes it would have.
const encoded = (text: unknown): string => {
  const value = String(text);
  return value.isWellFormed() ? encodeURIComponent(value) : "%ed%a0%80";
};

function brokenBody(operation: Operation, own: Own, foreign: readonly string[]): fc.Arbitrary<string> {
  const { body, name } = operation;
  if (!body) return fc.constant("");
  const known = forOperation(operation, own);
  const all = places(body);
  const objects = all.filter(({ schema }) => first(schema).type === "object");
  const at = ({ at: path }: Place, text: string | null) => {
    const tree = put(sample(body, name, known, path), path, text === null ? undefined : HOLE);
    return (JSON.stringify(tree) ?? "").replace(`"${HOLE}"`, () => text ?? "");
  };
  const value = ({ schema }: Place) => {
    const ids = first(schema).format === "uuid" ? foreign.map((id) => `"${id}"`) : [];
    const texts = [...near(schema), ...ids];
    const any = [...VALUES, ...TEXTS.map((text) => JSON.stringify(text))];
    return fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...any) },
      { weight: texts.length > 0 ? 3 : 0, arbitrary: fc.constantFrom(...texts, "null") },
      { weight: 1, arbitrary: fc.json({ maxDepth: 2 }) },
      {
        weight: 1,
        arbitrary: fc.string({ unit: "binary", maxLength: 80 }).map((text) => JSON.stringify(text)),
      },
    );
  };
  const wrong = fc.constantFrom(...all).chain((place) => value(place).map((text) => at(place, text)));
  const missing = fc.constantFrom(...all).map((place) => at(place, null));
  const more = () =>
    fc.tuple(fc.constantFrom(...objects), fc.constantFrom(...EXTRAS)).map(([place, extra]) => {
      const tree = sample(body, name, known, place.at);
      return (JSON.stringify(put(tree, [...place.at, HOLE], HOLE)) ?? "").replace(
        `"${HOLE}":"${HOLE}"`,
        () => extra,
      );
    });
  return fc.oneof(
    { weight: 8, arbitrary: wrong },
    { weight: 1, arbitrary: missing },
    { weight: objects.length > 0 ? 2 : 0, arbitrary: objects.length > 0 ? more() : fc.constant("") },
  );
}
