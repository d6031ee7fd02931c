// Values as a schema of the OpenAPI document asks for them, and a way to any place inside.
import type { Schema } from "./hostile-values.ts";

/** What a world calls its own: by a field's name, by "/" and what stands before an id in a path, or by "METHOD /path field". */
export type Own = Record<string, unknown>;
export type Place = { at: readonly (string | number)[]; schema: Schema };

/** Of several shapes the first. */
export const one = (schema: Schema): Schema => schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema;

/** Every place of a body that may be broken, optional ones too. */
export function places(schema: Schema, at: Place["at"] = []): Place[] {
  const { properties = {}, items, prefixItems = [] } = one(schema);
  return [
    { at, schema },
    ...Object.entries(properties).flatMap(([name, child]) => places(child, [...at, name])),
    ...(items ? places(items, [...at, 0]) : []),
    ...prefixItems.flatMap((child, n) => places(child, [...at, n])),
  ];
}

const SAMPLES = [
  ...["Deneme metni", "1", "10:30", "+90 555 000 00 00", "1234567890", "a".repeat(87), "a".repeat(22)],
  ...[
    "https://127.0.0.1:9/kapgel",
    "2030-06-01T12:00:00Z",
    "2030-06-01",
    "00000000-0000-4000-8000-000000000000",
  ],
];

/** A value as the schema asks for it: required fields, those on the way to `to`, and our own ids where a name says so. */
export function sample(schema: Schema, name: string, own: Own, to: Place["at"] = []): unknown {
  const {
    type,
    properties = {},
    required = [],
    items,
    prefixItems,
    const: only,
    enum: some,
    ...rest
  } = one(schema);
  const known = own[name];
  if (only !== undefined) return only;
  if (some) return some.includes(String(known)) ? known : some[0];
  if (typeof known === "object" && to.length === 0) return known;
  if (type === "object") {
    const [next, ...further] = to;
    const isAsked = (field: string) =>
      required.includes(field) || field === next || typeof own[field] === "object";
    const fields = Object.entries(properties).filter(([field]) => isAsked(field));
    return Object.fromEntries(
      fields.map(([field, child]) => [field, sample(child, field, own, field === next ? further : [])]),
    );
  }
  if (type === "array")
    return (prefixItems ?? [items || {}]).map((child) => sample(child, name, own, to.slice(1)));
  if (known !== undefined) return known;
  if (type === "boolean") return true;
  if (type === "number" || type === "integer") return Math.max(1, rest.minimum ?? 1);
  const { pattern, format, minLength = 0, maxLength = 1_000 } = rest;
  const fits = (text: string) =>
    (format !== "uri" || text.includes("://")) && (!pattern || new RegExp(pattern, "u").test(text));
  return SAMPLES.find((text) => fits(text) && text.length >= minLength)?.slice(0, maxLength) ?? "";
}

/** The tree with a value at a place; undefined takes away what is there. */
export function put(tree: unknown, at: Place["at"], value: unknown): unknown {
  const [key, ...further] = at;
  if (key === undefined) return value;
  const copy: unknown = Array.isArray(tree) ? [...tree] : { ...(tree as object) };
  const fields = copy as Record<string | number, unknown>;
  fields[key] = put(fields[key], further, value);
  return copy;
}
