// What nobody sends by accident. JSON values are texts, so that what JSON.stringify would never write (1e999, __proto__) can be sent too.

/** A JSON Schema as the OpenAPI document has it. */
export type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema | false;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: string[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
};

/** Values between bars, over as many lines as they need. */
const listed = (text: string) => text.split("¦").map((one) => one.trim());

const SNIPPETS =
  listed(String.raw`'; drop table orders; -- ¦ 1' or '1'='1 ¦ $$; select 1; $$ ¦ <script>alert(1)</script>
  ¦ {{7*7}} ¦ #{7*7} ¦ $(id) ¦ ../../etc/passwd ¦ %00%0d%0a ¦ %s%n ¦ \ ¦ " ¦ a,b;c=d ¦ NaN ¦ Infinity ¦ -1 ¦ 1e308 ¦ 0x10
  ¦ ١٢٣ ¦ null ¦ undefined ¦ __proto__ ¦ constructor ¦ a@b ¦ "a b"@test.invalid ¦ ü@test.invalid ¦ a@localhost`);
const SIGNS = [
  ...["\0", "a\0b", "\ud800", "\udc00a", "\u202egnip\u202c", "\u200b", "\ufeff", "\u0301".repeat(300)],
  ...["👩‍👩‍👧‍👦", "𝕶𝖆𝖕𝖌𝖊𝖑", "İıŞşĞğ", "ﷺ", "\u0007\u001b[31m", "\n\n\n", " ", "\u00a0", ""],
];
const LENGTHS = ["a".repeat(301), "ş".repeat(10_000), "a ".repeat(50_000)];
export const TEXTS = [...SNIPPETS, ...SIGNS, ...LENGTHS];

const DATES =
  listed(`0000-01-01T00:00:00Z ¦ 0001-01-01T00:00:00+23:59 ¦ 9999-12-31T23:59:59Z ¦ 99999-01-01T00:00:00Z
  ¦ +275760-09-13T00:00:00Z ¦ 2026-02-30T12:00:00Z ¦ 2026-01-01T25:00:00Z ¦ 2026-01-01T00:00:00 ¦ 2026-01-01T23:59:60Z
  ¦ 2026-01-01T00:00:00.123456789012Z ¦ infinity ¦ epoch ¦ now ¦ 0000-01-01 ¦ 9999-12-31 ¦ 2026-02-29 ¦ 2026-13-01`);
const IDS = listed(`00000000-0000-0000-0000-000000000000 ¦ ffffffff-ffff-ffff-ffff-ffffffffffff ¦ 1
  ¦ {00000000-0000-4000-8000-000000000000} ¦ urn:uuid:00000000-0000-4000-8000-000000000000`);
const ADDRESSES =
  listed(`javascript:alert(1) ¦ file:///etc/passwd ¦ http://[::1]:25/ ¦ http://169.254.169.254/ ¦ //a.invalid
  ¦ https://user:password@a.invalid/ ¦ https://a.invalid:99999/ ¦ ftp://a.invalid ¦ http://0x7f000001:9/ ¦ https://`);
const TIMES_OF_DAY = ["24:00", "25:00", "9:00", "23:60", "00:00"];

/** JSON texts of no particular type. */
export const VALUES = [
  ...listed(`null ¦ true ¦ false ¦ 0 ¦ -0 ¦ -1 ¦ 0.1 ¦ 1e308 ¦ -1e308 ¦ 1e999 ¦ 5e-324 ¦ 2147483648 ¦ 9007199254740993
    ¦ -9007199254740993 ¦ 9223372036854775808 ¦ "" ¦ [] ¦ {} ¦ [null] ¦ [[]] ¦ [{}] ¦ {"a":1,"a":2} ¦ {"length":-1}
    ¦ {"__proto__":{"role":"admin"}} ¦ {"constructor":{"prototype":{"role":"admin"}}} ¦ {"toString":1,"toJSON":1}`),
  `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
  `${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`,
  JSON.stringify(Array.from({ length: 10_000 }, (_, n) => n)),
  JSON.stringify(Array.from({ length: 10_000 }, () => ({}))),
];

/** JSON texts that are next to what a schema asks for: on its borders, or well formed and absurd. */
export function near(schema: Schema): string[] {
  const { minimum = schema.exclusiveMinimum, maximum, minLength = 0, maxLength } = schema;
  const numbers = [minimum, maximum].flatMap((border) =>
    border === undefined ? [] : [border - 1, border, border + 1, border + 0.5],
  );
  const texts =
    schema.type !== "string"
      ? []
      : [
          ...(maxLength === undefined ? [] : TEXTS.map((text) => text.slice(0, maxLength))),
          ...(maxLength === undefined ? [] : ["😀".repeat(maxLength / 2), "a".repeat(maxLength + 1)]),
          ...(minLength > 0 ? [" ".repeat(minLength), "\u200b".repeat(minLength)] : []),
          ...(schema.format?.startsWith("date") ? DATES : []),
          ...(schema.format === "uuid" ? IDS : []),
          ...(schema.format === "uri" ? ADDRESSES : []),
          ...(schema.pattern?.includes("[0-5]\\d$") ? TIMES_OF_DAY : []),
          ...(schema.enum ?? []).flatMap((one) => [one, one.toLowerCase(), ` ${one}`, `${one}\0`]),
        ];
  return [
    ...numbers.map(String),
    ...texts.map((text) => JSON.stringify(text)),
    ...(schema.anyOf ?? []).flatMap(near),
  ];
}

/** What a body may carry and must not be obeyed. */
export const EXTRAS =
  listed(String.raw`"role":"admin" ¦ "id":"00000000-0000-0000-0000-000000000000" ¦ "status":"DELIVERED"
  ¦ "total_minor":1 ¦ "price_minor":0 ¦ "balance_minor":1e9 ¦ "vendor_id":null ¦ "user_id":1 ¦ "__proto__":{"role":"admin"}
  ¦ "constructor":{"prototype":{}} ¦ "toString":null ¦ "":"" ¦ "\ud800":1 ¦ "or 1=1 --":1 ¦ "a.b[c]":{}`);

/** Bodies that are no JSON, or none that anything wants. */
export const BODIES: readonly (string | Buffer)[] = [
  ...listed(String.raw`{ ¦ } ¦ {"a": ¦ {'a':1} ¦ {a:1} ¦ [ ¦ NaN ¦ undefined ¦ 1 2 ¦ " ¦ {"a":"\u0000"} ¦ null ¦ [] ¦ true ¦ 0
    ¦ "" ¦ "text" ¦ [[[]]] ¦ {} ¦ a=1&b=2 ¦ <a/> ¦ {"a":1}}`),
  ...["", " ", "\0", "\ufeff{}", `{"a":"${"a".repeat(300_000)}"}`],
  `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
  Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28, 0xed, 0xa0, 0x80]), Buffer.from('"}')]),
];

/** One part of a path, encoded. */
export const SEGMENTS = [
  ...listed(`%00 ¦ ..%2f..%2f ¦ .. ¦ . ¦ %2e%2e ¦ %zz ¦ % ¦ %c3%28 ¦ %ed%a0%80 ¦ %F0%9F%92%A9 ¦ %20 ¦ %2f ¦ %5c%5c ¦ ;a=b
    ¦ not-a-uuid ¦ 1%20or%201=1 ¦ '-- ¦ __proto__ ¦ constructor ¦ -1 ¦ 1e308 ¦ null ¦ 00000000-0000-0000-0000-000000000000
    ¦ %7B00000000-0000-4000-8000-000000000000%7D ¦ 00000000-0000-4000-8000-000000000000%00`),
  "a".repeat(3_000),
];

const NIL = "00000000-0000-0000-0000-000000000000";
/** Cursors that we did not write, most of them of the right make. */
export const CURSORS = [
  ...["AAAA", "%", "===="],
  ...listed(`[] ¦ {} ¦ null ¦ [null,null] ¦ [1,2,3,4] ¦ ["NaN"] ¦ ["-infinity"] ¦ ["now","x"] ¦ [1e400,"${NIL}"] ¦ ["NaN","NaN"]
    ¦ ["99999-01-01","${NIL}"] ¦ ["infinity","${NIL}"] ¦ ["-infinity","${NIL}"] ¦ ["epoch","${NIL}"] ¦ [1e300,"${NIL}"]
    ¦ ["NaN","${NIL}"] ¦ [0.5,"${NIL}"] ¦ [-1] ¦ [1e300] ¦ [0.5] ¦ ["${NIL}"] ¦ [${"9".repeat(400)}] ¦ [true,1,"${NIL}"]
    ¦ ["NaN","NaN","${NIL}"] ¦ [1e300,1e300,"${NIL}"] ¦ [null,1,"${NIL}"]`).map((key) =>
    Buffer.from(key).toString("base64url"),
  ),
];

/** Queries that no parameter's schema knows. */
export const QUERIES = [
  ...listed(`__proto__=1 ¦ constructor=1 ¦ a[]=1&a[]=2 ¦ a[b][c]=1 ¦ = ¦ &&& ¦ %00=%00 ¦ %zz=%zz ¦ ? ¦ a=%c3%28 ¦ order=id.desc
    ¦ select=*&or=(id.gt.0) ¦ id=eq.1 ¦ _rsc=1 ¦ nxtPpath=a ¦ nxtPid=a ¦ limit=1&limit=a&cursor=&cursor=`),
  `a=${"a".repeat(6_000)}`,
];

/** Headers as only a hostile program writes them. */
export const HEADERS: readonly Record<string, string>[] = [
  { "X-Request-Id": "a".repeat(5_000) },
  { "X-Request-Id": "'; drop table events; --" },
  { "X-Request-Id": "\u00ff\u00fe\t" },
  { "X-Request-Id": "aaaaaaaa" },
  { Origin: "https://evil.invalid" },
  { Origin: "null" },
  { Origin: "http://" },
  { "Sec-Fetch-Site": "cross-site" },
  { "X-Forwarded-For": "1.1.1.1, ' or 1=1, ::ffff:, a::b::c" },
  { "X-Forwarded-For": ",".repeat(4_000) },
  { "X-Forwarded-Proto": "gopher", "X-Forwarded-Host": "evil.invalid" },
  { Host: "evil.invalid:99999" },
  { "Accept-Language": "*;q=a,,,xx-YY-zz;q=1e308" },
  { Accept: "text/html;q=\u00ff" },
  { Cookie: "kapgel_access=%00; kapgel_refresh=%ff; NEXT_LOCALE=__proto__; =; a" },
  { Cookie: "kapgel_refresh=' or 1=1" },
  { "X-Kapgel-Limit": "1 0 1", "X-Kapgel-Peer": "127.0.0.1" },
  { "X-Kapgel-Limit": "NaN -1 1e308" },
  { "X-Middleware-Subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "X-Http-Method-Override": "DELETE", "X-Method-Override": "PUT" },
  { "X-Invoke-Path": "/_error", "X-Matched-Path": "/_error", "X-Nextjs-Data": "1" },
  { "Next-Action": "a".repeat(42) },
  { RSC: "1", "Next-Router-State-Tree": "%zz" },
  { "If-Match": "*", "If-None-Match": '"', "If-Modified-Since": "99999" },
  { Range: "bytes=9-1", Prefer: "tx=rollback, count=exact", "Accept-Profile": "pg_catalog" },
  { Traceparent: "00-0-0-zz", Tracestate: "=", Baggage: "a=%00" },
  { "Content-Type": "text/plain" },
  { "Content-Type": "application/json; charset=utf-16" },
  { "Content-Type": "application/jsonp" },
  { "Content-Type": "multipart/form-data; boundary=" },
  { "Content-Encoding": "gzip" },
];

/** Values of a session's cookie that are none. */
export const COOKIES = listed(
  `%00 ¦ %F0%9F%92%A9 ¦ %0d%0aSet-Cookie:%20a=b ¦ a%20b ¦ %zz ¦ garbage ¦ "" ¦ ${"a".repeat(4_000)}`,
);

/** Instead of an Idempotency-Key. */
export const KEYS = [
  ...["", "1", "not-a-uuid", "00000000-0000-0000-0000-000000000000", "a".repeat(5_000), "' or 1=1", "\u00ff"],
];
