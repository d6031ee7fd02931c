// The signature, judged by the very sample that docs/webhooks.md gives to receivers.
import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { signatureOf } from "./signature";

type Judge = (body: string, header: string, secret: string, now?: number) => boolean;
let isFromKapGel: Judge;

beforeAll(async () => {
  const page = readFileSync(new URL("../../docs/webhooks.md", import.meta.url), "utf8");
  const sample = page.match(/```js\n([\s\S]*?)```/)?.[1] ?? "";
  ({ isFromKapGel } = await import(`data:text/javascript,${encodeURIComponent(sample)}`));
});

const BODY = '{"id":"1","name":"Çiğ köfte"}';
const at = new Date("2026-11-24T11:00:00Z");
const after = (seconds: number) => at.getTime() + seconds * 1000;

it("is believed by who has the secret, and by nobody else", () => {
  const header = signatureOf(BODY, ["kgwh_a"], at);
  expect(header).toMatch(/^t=1795518000,v1=[0-9a-f]{64}$/);
  expect(isFromKapGel(BODY, header, "kgwh_a", after(1))).toBe(true);
  expect(isFromKapGel(BODY, header, "kgwh_b", after(1))).toBe(false);
});

it("covers every byte and the moment", () => {
  const header = signatureOf(BODY, ["kgwh_a"], at);
  expect(isFromKapGel(`${BODY} `, header, "kgwh_a", after(1))).toBe(false);
  expect(isFromKapGel(BODY, header.replace("t=1795518000", "t=1795518001"), "kgwh_a", after(1))).toBe(false);
});

it("is of two secrets while a rotated one lives, and either is enough", () => {
  const header = signatureOf(BODY, ["kgwh_new", "kgwh_old"], at);
  expect(header.match(/v1=/g)).toHaveLength(2);
  expect(["kgwh_new", "kgwh_old"].map((secret) => isFromKapGel(BODY, header, secret, after(1)))).toEqual([
    true,
    true,
  ]);
  expect(isFromKapGel(BODY, header, "kgwh_older", after(1))).toBe(false);
});

it("holds for five minutes either way", () => {
  const header = signatureOf(BODY, ["kgwh_a"], at);
  const verdicts = [-301, -300, 300, 301].map((seconds) =>
    isFromKapGel(BODY, header, "kgwh_a", after(seconds)),
  );
  expect(verdicts).toEqual([false, true, true, false]);
});

it.each(["", "t=", "v1=00", "t=abc,v1=00", "t=1795518000", "t=1795518000,v1=", "t=1795518000,v1=zz"])(
  "a header of %j is not believed",
  (header) => {
    expect(isFromKapGel(BODY, header, "kgwh_a", after(1))).toBe(false);
  },
);
