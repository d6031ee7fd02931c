// Files as Turkish spreadsheets save them.
import { expect, it } from "vitest";
import { textOf } from "./text-of";

it("reads UTF-8", async () => {
  expect(await textOf(new Blob(["ürün;fiyat\nİşkembe;10"]))).toBe("ürün;fiyat\nİşkembe;10");
});

it("reads what Turkish Excel calls CSV", async () => {
  const bytes = Uint8Array.from([0xdd, 0xfe, 0x6b, 0x65, 0x6d, 0x62, 0x65, 0x3b, 0xfd]);
  expect(await textOf(new Blob([bytes]))).toBe("İşkembe;ı");
});
