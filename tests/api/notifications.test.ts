// Notifications over HTTP: the list and its marks, the choices, browsers that take pushes, and the unsubscribe link, for every role and for none.
import { createECDH, randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { api, expectError, move, placed, signedIn, type Town, town } from "./client.ts";

type Person = { id: string; token: string };
type Item = { id: string; kind: string; data: Record<string, unknown>; read_at: string | null };
let here: Town;
let customer: Person;
const roles: Record<string, string> = {};

beforeAll(async () => {
  [here, customer] = await Promise.all([town(), signedIn("customer")]);
  for (const role of ["customer", "vendor_admin", "courier", "admin"] as const)
    roles[role] = (await signedIn(role)).token;
});

/** A confirmed order of the customer of which they were told. */
async function told(): Promise<string> {
  const { id } = await placed(here, customer.token);
  await move(here.owner, id, "CONFIRMED");
  // The queue does it after each change; done by hand beside it the two could wait for each other.
  const isTold = () =>
    sql`select from public.notifications where kind = 'order_confirmed' and data ->> 'order_id' = ${id}`;
  await expect.poll(async () => (await isTold()).length, { timeout: 60_000 }).toBe(1);
  return id;
}
const list = async (token: string, query = "") => {
  const { status, body } = await api("GET", `/api/notifications${query}`, { token });
  expect(status).toBe(200);
  return body as { data: Item[]; next_cursor: string | null; unread: number };
};
const browser = () => ({
  endpoint: `https://fcm.googleapis.com/fcm/send/${randomUUID()}`,
  keys: {
    p256dh: createECDH("prime256v1").generateKeys("base64url"),
    auth: randomBytes(16).toString("base64url"),
  },
});

describe("the bell", () => {
  it("lists what its owner was told, page by page, and marks it as read", async () => {
    const orders = [await told(), await told(), await told()];
    const first = await list(customer.token, "?limit=2");
    expect(first.unread).toBe(3);
    const second = await list(customer.token, `?limit=2&cursor=${first.next_cursor}`);
    expect(second.next_cursor).toBeNull();
    const all = [...first.data, ...second.data];
    expect(all.map(({ kind, data }) => [kind, data.order_id])).toEqual(
      orders.toReversed().map((id) => ["order_confirmed", id]),
    );
    const mark = (body: unknown) => api("POST", "/api/notifications/read", { token: customer.token, body });
    expect((await mark({ ids: [all[0]?.id] })).body).toEqual({ unread: 2 });
    expect((await list(customer.token)).data[0]?.read_at).toEqual(expect.any(String));
    expect((await mark({ all: true })).body).toEqual({ unread: 0 });
    for (const body of [{}, { ids: [] }, { ids: ["x"] }, { all: false }])
      expectError(await mark(body), 400, "VALIDATION_ERROR");
  });

  it("is there for every role, and for no stranger", async () => {
    for (const token of Object.values(roles))
      expect(await list(token)).toMatchObject({ data: [], unread: 0 });
    for (const path of ["/api/notifications", "/api/notifications/preferences"])
      expectError(await api("GET", path), 401, "UNAUTHENTICATED");
    expectError(await api("POST", "/api/push-subscriptions", { body: browser() }), 401, "UNAUTHENTICATED");
  });

  it("cannot be marked by somebody else", async () => {
    await told();
    const [item] = (await list(customer.token)).data;
    const other = { token: roles.customer, body: { ids: [item?.id] } };
    expect((await api("POST", "/api/notifications/read", other)).status).toBe(200);
    expect((await list(customer.token)).data[0]?.read_at).toBeNull();
  });
});

describe("the choices", () => {
  const path = "/api/notifications/preferences";
  const put = (body: unknown) => api("PUT", path, { token: customer.token, body });

  it("are kept, and hold the kinds of the caller's role only", async () => {
    const kind = { kind: "order_near", in_app: true, push: false, email: false };
    const { status, body } = await put({ kinds: [kind], quiet: { from: "22:30", to: "07:00" } });
    expect(status).toBe(200);
    expect(body.quiet).toEqual({ from: "22:30", to: "07:00" });
    const { body: now } = await api("GET", path, { token: customer.token });
    expect((now.kinds as { kind: string }[]).find((row) => row.kind === "order_near")).toMatchObject(kind);
    expect(((await api("GET", path, { token: roles.admin })).body.kinds as unknown[]).length).toBe(0);
    expect((await put({ quiet: null })).body.quiet).toBeNull();
  });

  it.each([
    { quiet: { from: "22:30", to: "22:30" } },
    { quiet: { from: "25:00", to: "07:00" } },
    { quiet: { from: "22:30" } },
    { kinds: [{ kind: "low_stock", in_app: true, push: true, email: true }] }, // a vendor's
    { kinds: [{ kind: "nonsense", in_app: true, push: true, email: true }] },
    { kinds: [{ kind: "refund" }] },
  ])("that make no sense are refused: %j", async (body) => {
    expectError(await put(body), 400, "VALIDATION_ERROR");
  });
});

describe("a browser", () => {
  const save = (token: string | undefined, body: unknown) =>
    api("POST", "/api/push-subscriptions", { token, body });

  it("takes pushes until it does not, whoever's it is", async () => {
    for (const token of Object.values(roles)) {
      const subscription = browser();
      expect((await save(token, subscription)).status).toBe(204);
      expect((await save(token, subscription)).status).toBe(204);
      const path = `/api/push-subscriptions?endpoint=${encodeURIComponent(subscription.endpoint)}`;
      expect((await api("DELETE", path, { token })).status).toBe(204);
      const left = await sql`select from public.push_subscriptions where endpoint = ${subscription.endpoint}`;
      expect(left).toHaveLength(0);
    }
    expect((await api("POST", "/api/push-subscriptions/test", { token: roles.courier })).status).toBe(202);
  });

  it("is listed by what it says of itself, and taken off from any other", async () => {
    const { token } = await signedIn("customer");
    const stranger = await signedIn("customer");
    const subscription = browser();
    const userAgent = "Mozilla/5.0 (Linux; Android 10; K) Chrome/141.0.0.0 Mobile Safari/537.36";
    const saved = await api("POST", "/api/push-subscriptions", {
      ...{ token, headers: { "User-Agent": userAgent } },
      body: { ...subscription, device: "Forged · Words" },
    });
    expect(saved.status).toBe(204);
    const { body } = await api("GET", "/api/push-subscriptions", { token });
    const [device] = body.data as { id: string; device: string }[];
    expect(device?.device).toBe("Chrome · Android");
    expect(JSON.stringify(body)).not.toContain(subscription.endpoint);
    const path = `/api/push-subscriptions/${device?.id}`;
    expectError(await api("DELETE", path, { token: stranger.token }), 404, "NOT_FOUND");
    expect((await api("DELETE", path, { token })).status).toBe(204);
    expectError(await api("DELETE", path, { token }), 404, "NOT_FOUND");
    expect((await api("GET", "/api/push-subscriptions", { token })).body.data).toEqual([]);
  });

  it.each([
    "http://fcm.googleapis.com/x", // not encrypted
    "https://169.254.169.254/latest/meta-data",
    "https://localhost/x",
    "https://fcm.googleapis.com.evil.example/x",
    "https://fcm.googleapis.com@evil.example/x",
    "https://fcm.googleapis.com:8443/x",
    "file:///etc/passwd",
    "nonsense",
  ])("at %s is nothing we would call", async (endpoint) => {
    expectError(await save(roles.customer, { ...browser(), endpoint }), 400, "VALIDATION_ERROR");
  });

  it.each([
    { p256dh: randomBytes(65).toString("base64url"), auth: randomBytes(16).toString("base64url") }, // no point of the curve
    { p256dh: "x", auth: "y" },
    {},
  ])("with keys that nothing can be encrypted for is refused", async (keys) => {
    expectError(await save(roles.customer, { ...browser(), keys }), 400, "VALIDATION_ERROR");
  });
});

describe("an unsubscribe link", () => {
  async function link(kind?: string): Promise<string> {
    await api("PUT", "/api/notifications/preferences", { token: customer.token, body: { quiet: null } });
    const [row] =
      await sql`select encode(unsubscribe_token, 'hex') as token from public.notification_settings where user_id = ${customer.id}`;
    return `/api/unsubscribe?token=${row?.token}${kind ? `&kind=${kind}` : ""}`;
  }
  const visit = async (method: "GET" | "POST", path: string) => {
    const answer = await fetch(new URL(path, process.env.KAPGEL_URL), {
      method,
      ...(method === "POST" && { body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) }),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    return answer.text();
  };
  const mails = async (kind: string) => {
    const { body } = await api("GET", "/api/notifications/preferences", { token: customer.token });
    return (body.kinds as { kind: string; email: boolean }[]).find((row) => row.kind === kind)?.email;
  };

  it("changes nothing when it is looked at, stops that kind by one POST, and takes it back", async () => {
    const path = await link("refund");
    expect(await visit("GET", path)).toContain("E-postaları durduralım mı?");
    expect(await mails("refund")).toBe(true);
    const stopped = await visit("POST", path);
    expect([await mails("refund"), await mails("order_delivered")]).toEqual([false, true]);
    const undo = /action="([^"]+)"/.exec(stopped)?.[1]?.replaceAll("&amp;", "&") ?? "";
    await visit("POST", undo);
    expect(await mails("refund")).toBe(true);
  });

  it("speaks its holder's language, and without a kind is about all", async () => {
    await api("PATCH", "/api/me", { token: customer.token, body: { locale: "en" } });
    const path = await link();
    expect(await visit("POST", path)).toContain("The e-mails have stopped");
    expect([await mails("refund"), await mails("order_delivered")]).toEqual([false, false]);
    await visit("POST", `${path}&undo=1`);
    expect(await mails("refund")).toBe(true);
  });

  it.each(["", "?token=x", `?token=${"0".repeat(48)}`, `?token=${"0".repeat(48)}&kind=nonsense`])(
    "that is none (%s) says so",
    async (query) => {
      const status = query.includes("token=") && !query.includes("kind=") ? 404 : 400;
      for (const method of ["GET", "POST"])
        expect((await api(method, `/api/unsubscribe${query}`)).status).toBe(status);
    },
  );
});
