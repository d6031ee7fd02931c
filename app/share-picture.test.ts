import { afterEach, expect, it, vi } from "vitest";
import { drawable, SIZE, sharePicture } from "./share-picture.tsx";

afterEach(() => vi.unstubAllGlobals());

it("keeps Turkish letters and leaves out what the font cannot draw", () => {
  expect(drawable("Işıl’ın Çiğköftesi, ÖĞÜŞ İ · “bol acı”…")).toBe("Işıl’ın Çiğköftesi, ÖĞÜŞ İ · “bol acı”…");
  expect(drawable("Dürüm 🌯 burada 中文 ₺99")).toBe("Dürüm burada 99");
  expect(drawable("s\u0327ekerci")).toBe("şekerci"); // a letter and its mark, written apart
});

it("is a picture of its size, made without asking anybody", async () => {
  const asked: string[] = [];
  const own = globalThis.fetch;
  vi.stubGlobal("fetch", (input: string | URL | Request, init?: RequestInit) => {
    const url = String(input instanceof Request ? input.url : input);
    if (/^https?:/.test(url)) asked.push(url);
    return own(input, init);
  });
  const picture = sharePicture({ title: "Çiğköfteci Ömer 🌯 中", note: "Kadıköy 🛵", text: "★ İyi ₺" });
  const bytes = Buffer.from(await picture.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([SIZE.width, SIZE.height]);
  expect(asked).toEqual([]);
});
