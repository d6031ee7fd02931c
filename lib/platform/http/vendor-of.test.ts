import { expect, it } from "vitest";
import { vendorOf } from "./vendor-of";

const A = "5f0c7b0e-93a5-4a57-8a0a-2f1d6c1c9d11";
const B = "6f0c7b0e-93a5-4a57-8a0a-2f1d6c1c9d11";

it.each([
  ["a body or query that names it", { vendor_id: A, name: "x" }, A],
  ["an answer about one of its things", { id: B, vendor: { id: A, name: "x" } }, A],
  ["a list of one vendor's things", { data: [{ vendor_id: A }, { vendor_id: A }], next_cursor: null }, A],
  ["a list of several vendors' things", { data: [{ vendor_id: A }, { vendor_id: B }] }, null],
  ["a list in which one row says nothing", { data: [{ vendor_id: A }, {}] }, null],
  ["an empty list", { data: [] }, null],
  ["what is no id", { vendor_id: "ayse@firma.com" }, null],
  ["nothing", undefined, null],
  ["a text", "vendor_id", null],
])("%s", (_, said, id) => {
  expect(vendorOf(said)).toBe(id);
});
