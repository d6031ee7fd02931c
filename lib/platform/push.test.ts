// A push reaches only a push service, signed as ours, and only the browser can read it: a stand-in service decrypts it by RFC 8291.
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { generateVAPIDKeys } from "web-push";
import { isPushEndpoint, PushUnavailable, sendPush } from "./push";
import { Hopeless } from "./queue/consumer";

const vapid = generateVAPIDKeys();
const OPTIONS = { ttlSeconds: 600, urgency: "high", topic: "order-1" } as const;

/** A browser's side: its keys, and how it reads a push. */
function browser() {
  const ecdh: ECDH = createECDH("prime256v1");
  ecdh.generateKeys();
  const auth = randomBytes(16);
  const keys = { p256dh: ecdh.getPublicKey("base64url"), auth: auth.toString("base64url") };
  const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync("sha256", secret, salt, info, length));
  const read = (body: Buffer): unknown => {
    const salt = body.subarray(0, 16);
    const senderKey = body.subarray(21, 21 + (body[20] ?? 0));
    const sealed = body.subarray(21 + senderKey.length);
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), senderKey]);
    const secret = derive(ecdh.computeSecret(senderKey), auth, info, 32);
    const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
    const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
    const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString()); // a 2 ends the last record
  };
  return { keys, read };
}

/** What the VAPID token says, when its signature is the key's it names. */
function claimsOf(authorization: string): { aud: string; exp: number; sub: string; key: string } {
  const [, header, claims, signature, key = ""] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const isSigned = verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature ?? "", "base64url"),
  );
  if (!isSigned) throw new Error("the signature is not the key's");
  return { ...JSON.parse(Buffer.from(claims ?? "", "base64url").toString()), key };
}

let service: Server;
let origin: string;
let status: number | "silent";
let calls: { url: string; headers: IncomingHttpHeaders; body: Buffer }[];

beforeAll(async () => {
  for (const [name, value] of Object.entries({
    NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:54321",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_local",
    SUPABASE_SECRET_KEY: "sb_secret_local",
    CRON_SECRET: "local-cron-secret",
    VAPID_PUBLIC_KEY: vapid.publicKey,
    VAPID_PRIVATE_KEY: vapid.privateKey,
    VAPID_SUBJECT: "mailto:operator@kapgel.test",
    PUSH_HOSTS: "127.0.0.1,push.example.com",
  })) {
    vi.stubEnv(name, value);
  }
  service = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    calls.push({ url: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks) });
    if (status !== "silent") response.writeHead(status, { location: "/elsewhere" }).end("said");
  });
  await new Promise<void>((done) => service.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});

beforeEach(() => {
  status = 201;
  calls = [];
});

afterAll(() => {
  vi.unstubAllEnvs();
  service.closeAllConnections();
  service.close();
});

const send = (keys = browser().keys, signal?: AbortSignal) =>
  sendPush({ endpoint: `${origin}/send/1`, keys }, { title: "Merhaba" }, OPTIONS, signal);

it("a push arrives sealed for its browser, signed as ours, with its lifetime, urgency and topic", async () => {
  const { keys, read } = browser();
  const payload = { title: "Kuryen yolda", body: "Moda Lezzet siparişin yola çıktı", url: "/orders/1" };
  expect(await sendPush({ endpoint: `${origin}/send/1`, keys }, payload, OPTIONS)).toBe("sent");
  const [call] = calls;
  expect(call?.url).toBe("/send/1");
  expect(call?.headers).toMatchObject({
    "content-encoding": "aes128gcm",
    ttl: "600",
    urgency: "high",
    topic: "order-1",
  });
  expect(read(call?.body ?? Buffer.alloc(0))).toEqual(payload);
  expect(() => browser().read(call?.body ?? Buffer.alloc(0))).toThrow();
  const claims = claimsOf(call?.headers.authorization ?? "");
  expect(claims).toMatchObject({ aud: origin, sub: "mailto:operator@kapgel.test", key: vapid.publicKey });
  const lifetime = claims.exp - Date.now() / 1000;
  expect(lifetime).toBeGreaterThan(60);
  expect(lifetime).toBeLessThanOrEqual(24 * 3600); // what services allow
});

it.each([404, 410])("an ended subscription (%i) is gone", async (answered) => {
  status = answered;
  expect(await send()).toBe("gone");
});

it.each([408, 429, 500, 503])("a service that is busy (%i) is asked again later", async (answered) => {
  status = answered;
  await expect(send()).rejects.toBeInstanceOf(PushUnavailable);
});

it.each([302, 400, 401, 403, 413])(
  "an answer that stays (%i) is hopeless, and no redirect is followed",
  async (answered) => {
    status = answered;
    await expect(send()).rejects.toBeInstanceOf(Hopeless);
    expect(calls).toHaveLength(1);
  },
);

it("who asks may stop waiting, and a service that cannot be reached is asked again later", async () => {
  status = "silent";
  await expect(send(undefined, AbortSignal.timeout(100))).rejects.toBeInstanceOf(PushUnavailable);
  const nowhere = { endpoint: "http://127.0.0.1:9/send", keys: browser().keys };
  await expect(sendPush(nowhere, {}, OPTIONS)).rejects.toBeInstanceOf(PushUnavailable);
});

it("broken keys and too long a payload are hopeless, and nothing is called", async () => {
  await expect(send({ p256dh: "AAAA", auth: "AAAA" })).rejects.toBeInstanceOf(Hopeless);
  const long = { body: "ş".repeat(2000) };
  await expect(
    sendPush({ endpoint: `${origin}/send/1`, keys: browser().keys }, long, OPTIONS),
  ).rejects.toBeInstanceOf(Hopeless);
  expect(calls).toEqual([]);
});

describe("an endpoint", () => {
  it.each([
    "https://fcm.googleapis.com/fcm/send/abc",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://db5p.notify.windows.com/w/?token=abc",
    "https://web.push.apple.com/abc",
    "https://push.example.com/abc",
    "http://127.0.0.1:9999/abc",
  ])("of a known service is called: %s", (endpoint) => {
    expect(isPushEndpoint(endpoint)).toBe(true);
  });

  it.each([
    "http://fcm.googleapis.com/fcm/send/abc",
    "https://fcm.googleapis.com:8443/abc",
    "https://fcm.googleapis.com.evil.example/abc",
    "https://evil-push.apple.com.example/abc",
    "https://notify.windows.com/abc",
    "https://evilnotify.windows.com/abc",
    "https://fcm.googleapis.com@evil.example/abc",
    "https://user:pass@fcm.googleapis.com/abc",
    "https://evil.example\\@fcm.googleapis.com/abc",
    "https://10.0.0.1/abc",
    "https://localhost/abc",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "fcm.googleapis.com",
    "",
  ])("of anybody else is not: %s", async (endpoint) => {
    expect(isPushEndpoint(endpoint)).toBe(false);
    await expect(sendPush({ endpoint, keys: browser().keys }, {}, OPTIONS)).rejects.toBeInstanceOf(Hopeless);
  });

  it("without encryption is refused in production, even where its host is listed", () => {
    vi.stubEnv("VERCEL_ENV", "production");
    expect(isPushEndpoint("http://127.0.0.1:9999/abc")).toBe(false);
    expect(isPushEndpoint("https://push.example.com/abc")).toBe(true);
    vi.stubEnv("VERCEL_ENV", undefined);
  });
});
