// What must never reach a log, however deep it hides, and what must stay readable.
import { describe, expect, it } from "vitest";
import { redacted, redactedText } from "./redact";

const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
const SECRETS = [
  JWT,
  "opaque-token-value",
  "hunter2",
  "sk_live_abcdef",
  "whsec_abcdef",
  "sb_secret_abcdef",
  "ayse.yilmaz+kapgel@firma.com.tr",
  "+90 532 123 45 67",
  "0532 123 45 67",
  "+49 (0)171 1234567",
  "4242 4242 4242 4242",
  "5555555555554444",
  "TR33 0006 1005 1978 6457 8413 26",
  "Moda Caddesi 12, daire 4",
];

/** Every secret, under names, in lists, in JSON within JSON, in errors and in sentences. */
function hostile(): Record<string, unknown> {
  const person = {
    email: SECRETS[6],
    phone: SECRETS[7],
    address: { text: SECRETS[13], lat: 40.98, lng: 29.02 },
    full_name: "Ayşe Yılmaz",
    card: { number: SECRETS[10], cvc: "123" },
    password: "hunter2",
  };
  const cause = new Error(`login of ${SECRETS[6]} with password=hunter2 refused`);
  const circle: Record<string, unknown> = {
    headers: new Headers({ cookie: `kapgel_access=${JWT}; theme=dark` }),
  };
  circle.self = circle;
  return {
    person,
    deep: { a: { b: { c: [{ d: [person, { refresh_token: "opaque-token-value" }] }] } } },
    json: JSON.stringify({ body: JSON.stringify({ ...person, again: JSON.stringify([person]) }) }),
    partOfJson: `body was {"password":"hunter2","access_token": "${JWT}", "address":"Moda Caddesi 12, daire 4"`,
    escaped: `body was {\\"password\\":\\"hunter2\\",\\"address\\":\\"Moda Caddesi 12, daire 4\\"}`,
    inspected: `{ password: 'hunter2', address: 'Moda Caddesi 12, daire 4' }`,
    query: `/callback?token=opaque-token-value&email=ayse.yilmaz%2Bkapgel%40firma.com.tr`,
    url: new URL("postgres://kapgel:hunter2@db.internal/postgres"),
    error: new Error(`Authorization: Bearer ${JWT}`, { cause }),
    list: SECRETS.slice(0, 13).filter((secret) => secret !== "opaque-token-value" && secret !== "hunter2"),
    number: 5555555555554444,
    huge: 5555555555554444n,
    map: new Map([["session_cookie", "opaque-token-value"]]),
    set: new Set([SECRETS[8]]),
    bytes: Buffer.from("hunter2"),
    [`called ${SECRETS[6]}`]: 1,
    "X-Api-Key": "opaque-token-value",
    "set-cookie": [`kapgel_refresh=opaque-token-value`],
    Authorization: "Basic aHVudGVyMg==",
    get broken(): string {
      throw new Error("no");
    },
    circle,
    nothing: null,
    absent: undefined,
  };
}

describe("a hostile object", () => {
  const written = JSON.stringify(redacted(hostile()));
  const bare = (text: string) => text.replace(/[\s()-]/g, "");

  it.each([...SECRETS, "Ayşe Yılmaz", "40.98", "aHVudGVyMg"])("leaves nothing of %s", (secret) => {
    expect(written).not.toContain(secret);
    expect(bare(written)).not.toContain(bare(secret));
  });

  it("can be written whatever it holds, and is not changed itself", () => {
    const given = hostile();
    expect(() => JSON.stringify(redacted(given))).not.toThrow();
    expect((given.person as { password: string }).password).toBe("hunter2");
  });
});

it.each([
  [`call with Bearer ${JWT} failed`, "call with Bearer [redacted] failed"],
  ["mail to ayse@firma.com bounced", "mail to [redacted] bounced"],
  ["Cookie: kapgel_access=x; theme=dark", "Cookie: [redacted]"],
  ["password=hunter2&next=/", "password=[redacted]&next=/"],
  ["call 0 (532) 123 45 67 back", "call 0 [redacted] back"],
])("in a sentence: %s", (said, written) => {
  expect(redactedText(said)).toBe(written);
});

it.each([
  "CRON_SECRET: must be a random text of at least 16 characters",
  "SMTP_URL: must be the mail server's URL, as smtp://user:password@smtp.example.com:587",
  "MAIL_FROM: must be the sender, as KapGel <hello@example.com>",
  "No end within 10 s.",
  "order 5f0c7b0e-93a5-4a57-8a0a-2f1d6c1c9d11 at 2026-11-26T04:15:17.123Z took 1764130517123 ms",
  "payments.stripe: breaker_open",
  "database: 23505 duplicate key value violates unique constraint",
])("what tells nobody's secret stays: %s", (said) => {
  expect(redactedText(said)).toBe(said);
});

it("keeps what a log is for", () => {
  const fields = {
    request_id: "r-1234567",
    route: "/api/orders/{id}",
    status: 200,
    duration_ms: 12.5,
    actor_id: "5f0c7b0e-93a5-4a57-8a0a-2f1d6c1c9d11",
    at: 1764130517123,
    kind: "card_payment",
    ok: true,
  };
  expect(redacted(fields)).toEqual(fields);
});

it("a text of letters and signs without end costs no time", () => {
  const start = performance.now();
  for (const piece of ["a", "a=", '\\"', "token", "a.", "0 ", "://", '"password":"'])
    redactedText(piece.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(500);
});
