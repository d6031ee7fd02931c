import { expect, it } from "vitest";
import { exampleOf, type Schema, schemaRows, typeOf, withoutNull } from "./schema-rows";

const ORDER: Schema = {
  type: "object",
  required: ["branch_id", "items"],
  properties: {
    branch_id: { type: "string", format: "uuid" },
    items: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["quantity"],
        properties: { quantity: { type: "integer", minimum: 1, maximum: 9_007_199_254_740_991 } },
      },
    },
    note: { anyOf: [{ type: "string", maxLength: 500 }, { type: "null" }] },
  },
};

it("lists properties in reading order, each followed by its own", () => {
  expect(schemaRows(ORDER).map(({ path, depth, type }) => [path, depth, type])).toEqual([
    ["branch_id", 0, "string (uuid)"],
    ["items", 0, "object[]"],
    ["items.quantity", 1, "integer"],
    ["note", 0, "string"],
  ]);
});

it("says what is required, what may be null, and real limits only", () => {
  const [branch, items, quantity, note] = schemaRows(ORDER);
  expect(branch?.required).toBe(true);
  expect(items?.limits).toEqual([{ name: "minItems", value: "1" }]);
  expect(quantity?.limits).toEqual([{ name: "min", value: "1" }]);
  expect(note).toMatchObject({
    required: false,
    nullable: true,
    limits: [{ name: "maxLength", value: "500" }],
  });
});

it("names a union by its parts", () => {
  expect(typeOf({ anyOf: [{ type: "string" }, { type: "integer" }] })).toBe("string | integer");
  expect(withoutNull({ type: ["string", "null"] })).toEqual({ schema: { type: "string" }, nullable: true });
  expect(withoutNull({ anyOf: [{ type: "string" }, { type: "null" }] })).toEqual({
    schema: { type: "string" },
    nullable: true,
  });
});

it("makes an example of what is required", () => {
  expect(exampleOf(ORDER)).toEqual({
    branch_id: "3f2b8c1e-5a47-4d0b-9c66-0a1b2c3d4e5f",
    items: [{ quantity: 1 }],
  });
});
