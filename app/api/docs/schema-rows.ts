// A JSON Schema as rows of a table, and as an example value: what a reader of the API needs of it, in reading order.

export type Schema = {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

type Limit = "default" | "min" | "max" | "minLength" | "maxLength" | "minItems" | "maxItems";

/** One property. `depth` is how deep it lies; `values` are the allowed ones of an enum. */
export type Row = {
  path: string;
  name: string;
  depth: number;
  type: string;
  required: boolean;
  nullable: boolean;
  values: string[];
  limits: { name: Limit; value: string }[];
  description: string | null;
};

/** JSON numbers are integers only up to here; a limit beyond it says nothing. */
const SAFE = Number.MAX_SAFE_INTEGER;

/** The properties of an object schema, each followed by its own; a list's are marked with []. */
export function schemaRows(schema: Schema, depth = 0, prefix = ""): Row[] {
  const { schema: root } = withoutNull(schema);
  const inner = root.type === "array" && root.items ? withoutNull(root.items).schema : root;
  return Object.entries(inner.properties ?? {}).flatMap(([name, property]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    const { schema: given, nullable } = withoutNull(property);
    const row: Row = {
      path,
      name,
      depth,
      type: typeOf(given),
      required: inner.required?.includes(name) ?? false,
      nullable,
      values: valuesOf(given),
      limits: limitsOf(given),
      description: property.description ?? given.description ?? null,
    };
    return [row, ...schemaRows(given, depth + 1, path)];
  });
}

/** A schema without its "or null", and whether it had one. */
export function withoutNull(schema: Schema): { schema: Schema; nullable: boolean } {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== "null");
    const [only] = types;
    const nullable = types.length < schema.type.length;
    return { schema: { ...schema, type: types.length === 1 && only ? only : types }, nullable };
  }
  const options = schema.anyOf ?? schema.oneOf;
  if (!options) return { schema, nullable: false };
  const rest = options.filter(({ type }) => type !== "null");
  const nullable = rest.length < options.length;
  const [only] = rest;
  return {
    schema: rest.length === 1 && only ? { ...only, ...pickDefault(schema) } : { ...schema, anyOf: rest },
    nullable,
  };
}

const pickDefault = ({ default: value }: Schema): Schema => (value === undefined ? {} : { default: value });

/** "string (uuid)", "integer", "object[]", "string | integer". */
export function typeOf(schema: Schema): string {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return [...new Set(options.map(typeOf))].join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === "array") return `${schema.items ? typeOf(withoutNull(schema.items).schema) : "any"}[]`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  return schema.format ? `${type} (${schema.format})` : type;
}

function valuesOf(schema: Schema): string[] {
  const source = schema.type === "array" && schema.items ? schema.items : schema;
  return (source.enum ?? []).map(String);
}

function limitsOf(schema: Schema): Row["limits"] {
  const given: [Limit, unknown][] = [
    ["default", schema.default === undefined ? undefined : JSON.stringify(schema.default)],
    ["min", schema.minimum],
    ["max", schema.maximum],
    ["minLength", schema.minLength],
    ["maxLength", schema.maxLength],
    ["minItems", schema.minItems],
    ["maxItems", schema.maxItems],
  ];
  return given
    .filter(([, value]) => value !== undefined && !(typeof value === "number" && Math.abs(value) >= SAFE))
    .map(([name, value]) => ({ name, value: String(value) }));
}

const EXAMPLES: Record<string, string> = {
  uuid: "3f2b8c1e-5a47-4d0b-9c66-0a1b2c3d4e5f",
  guid: "3f2b8c1e-5a47-4d0b-9c66-0a1b2c3d4e5f",
  "date-time": "2026-11-20T12:30:00Z",
  email: "customer@kapgel.test",
};

/** A value the schema would take: the required properties only. */
export function exampleOf(schema: Schema, name = ""): unknown {
  const { schema: given } = withoutNull(schema);
  if (given.const !== undefined) return given.const;
  if (given.enum) return given.enum[0];
  const [option] = given.anyOf ?? given.oneOf ?? [];
  if (option) return exampleOf(option, name);
  if (given.type === "object") {
    const required = Object.entries(given.properties ?? {}).filter(([key]) => given.required?.includes(key));
    return Object.fromEntries(required.map(([key, property]) => [key, exampleOf(property, key)]));
  }
  if (given.type === "array") return given.items ? [exampleOf(given.items)] : [];
  if (given.type === "boolean") return true;
  if (given.type === "integer" || given.type === "number") {
    if (name === "lat") return 40.98;
    if (name === "lng") return 29.03;
    return Math.max(1, given.minimum !== undefined && Math.abs(given.minimum) < SAFE ? given.minimum : 1);
  }
  return EXAMPLES[given.format ?? ""] ?? "…";
}
