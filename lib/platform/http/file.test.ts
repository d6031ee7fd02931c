import { expect, it } from "vitest";
import { fileAnswer, fileBody } from "./file";
import { fileKind } from "./file-kind";
import { JPEG, LOSSLESS_WEBP, PDF, PNG, WEBP } from "./file-samples";

const MAX = 2000;
const picture = fileBody(["webp", "jpeg", "png"], MAX);
const sent = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers });

it("knows each kind, its size and that it is whole, by its bytes alone", () => {
  const size = { width: 16, height: 12 };
  expect(fileKind(WEBP)).toEqual({ kind: "webp", whole: true, size });
  expect(fileKind(LOSSLESS_WEBP)).toEqual({ kind: "webp", whole: true, size });
  expect(fileKind(PNG)).toEqual({ kind: "png", whole: true, size });
  expect(fileKind(JPEG)).toEqual({ kind: "jpeg", whole: true, size });
  expect(fileKind(PDF)).toEqual({ kind: "pdf", whole: true, size: null });
});

it("knows when the end is missing, wherever it was cut off", () => {
  for (const file of [WEBP, LOSSLESS_WEBP, PNG, JPEG, PDF]) {
    for (let length = 16; length < file.length - 8; length += 3) {
      expect(fileKind(file.subarray(0, length))?.whole ?? false, `${file.subarray(0, 5)} ${length}`).toBe(
        false,
      );
    }
  }
});

it("takes a picture whatever its header says it is, under its hash", async () => {
  const file = await picture.read(sent(WEBP, { "Content-Type": "text/html" }));
  expect(file).toMatchObject({ kind: "webp", type: "image/webp" });
  expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(Buffer.from(file.bytes).equals(WEBP)).toBe(true);
});

it("refuses what is no picture, not whole, empty, too long or too large", async () => {
  const refused = (body: BodyInit) => picture.read(sent(body)).catch((error: unknown) => error);
  const huge = Buffer.from(PNG);
  huge.writeUInt32BE(5001, 16);
  expect(await refused("<svg xmlns='http://www.w3.org/2000/svg'/>")).toMatchObject({
    code: "UNSUPPORTED_MEDIA_TYPE",
  });
  expect(await refused(PDF)).toMatchObject({ code: "UNSUPPORTED_MEDIA_TYPE" });
  expect(await refused("")).toMatchObject({
    code: "VALIDATION_ERROR",
    details: { file: [expect.any(String)] },
  });
  expect(await refused(PNG.subarray(0, 30))).toMatchObject({ code: "VALIDATION_ERROR" });
  expect(await refused(huge)).toMatchObject({ code: "VALIDATION_ERROR" });
  expect(await refused(Buffer.concat([PNG, Buffer.alloc(MAX)]))).toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
});

it("answers a file under the name it came with, in letters that every header can hold", () => {
  const body = new ReadableStream<Uint8Array>();
  const { headers } = fileAnswer({ body, type: "application/pdf", size: 3 }, 'Vergi "levhası".pdf');
  expect(headers?.["Content-Disposition"]).toBe(
    "inline; filename=\"Vergi _levhas__.pdf\"; filename*=UTF-8''Vergi%20%22levhas%C4%B1%22.pdf",
  );
});
