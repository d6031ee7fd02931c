// Following an order without an account, over HTTP: what a link opens, what it hides, and that it can be taken back.
import { beforeAll, describe, expect, it } from "vitest";
import { api, expectError, move, placed, signedIn, type Town, town } from "./client.ts";
import { startNextServer } from "./next-server.ts";

let at: Town;
let customer: { id: string; token: string };
beforeAll(async () => {
  [at, customer] = [await town(), await signedIn("customer")];
});

const linksOf = (id: string) => `/api/orders/${id}/tracking-links`;
async function shared() {
  const order = await placed(at, customer.token);
  const { status, body } = await api("POST", linksOf(order.id), { token: customer.token });
  expect(status).toBe(201);
  const url = new URL(body.url as string);
  return { order, id: body.id as string, path: url.pathname, token: url.pathname.slice(3), url, body };
}
const page = (path: string) => fetch(new URL(path, process.env.KAPGEL_URL), { redirect: "manual" });

describe("a tracking link", () => {
  it("leads to a page of ours that a stranger opens, with its code for a camera", async () => {
    const { url, path, body, token } = await shared();
    expect(url.origin).toBe(new URL(process.env.APP_URL ?? "").origin);
    expect(body.qr).toMatchObject({
      size: expect.any(Number),
      path: expect.stringMatching(/^(M\d+ \d+h\d+v1h-\d+z)+$/),
    });
    const opened = await page(path);
    expect(opened.status).toBe(200);
    const html = await opened.text();
    expect(html).toContain('data-status="NEW"');
    expect(html).toMatch(/<meta name="robots" content="noindex, nofollow"/);
    for (const { headers } of [opened, await page(`/api/tracking/${token}`)]) {
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    }
  });

  it("tells how the order stands as it changes, and nothing of its people, goods and money", async () => {
    const { order, token } = await shared();
    await move(at.owner, order.id, "CONFIRMED");
    const { status, body } = await api("GET", `/api/tracking/${token}`);
    expect([status, body.status]).toEqual([200, "CONFIRMED"]);
    expect(Object.keys(body).sort()).toEqual([
      ...["branch", "courier", "ended_at", "eta_at", "expires_at", "neighborhood"],
      ...["passed", "scheduled_for", "status", "type", "vendor"],
    ]);
    expect(JSON.stringify(body)).not.toMatch(/Moda Caddesi|minor|Döner|phone/);
  });

  it("is ended by its customer at once, and is then as unknown as one that never was", async () => {
    const { order, id, path, token } = await shared();
    expect((await api("DELETE", `${linksOf(order.id)}/${id}`, { token: customer.token })).status).toBe(204);
    const unknown = `${token.slice(0, -4)}AAAA`;
    const answers = await Promise.all(
      [token, unknown, "x", "%F0%9F%8C%AF"].map((one) => api("GET", `/api/tracking/${one}`)),
    );
    for (const answer of answers) expectError(answer, 404, "NOT_FOUND");
    const [revoked, never] = answers.map(({ body: { request_id, ...rest } }) => rest);
    expect(revoked).toEqual(never);
    expect((await page(path)).status).toBe(404);
    expect((await page("/t/x")).status).toBe(404);
  });

  it("is made and seen by the order's customer alone", async () => {
    const { order, id } = await shared();
    const stranger = await signedIn("customer");
    expectError(await api("POST", linksOf(order.id), { token: stranger.token }), 404, "NOT_FOUND");
    expectError(await api("GET", linksOf(order.id), { token: stranger.token }), 404, "NOT_FOUND");
    expectError(await api("POST", linksOf(order.id), { token: at.owner }), 403, "FORBIDDEN");
    const own = await api("GET", linksOf(order.id), { token: customer.token });
    expect(own.body).toEqual({ data: [{ id, created_at: expect.any(String) }], next_cursor: null });
  });
});

it("who tries links is stopped after 120 in a minute, on the page as in the API", async () => {
  const server = await startNextServer(8, { RATE_LIMIT_BACKEND: "memory" });
  try {
    const guess = (path: string) => fetch(new URL(`${path}${"A".repeat(32)}`, server.base));
    // Where one minute turns into the next, a few more may pass: the window slides.
    const statuses: number[] = [];
    while (statuses.length < 250 && !statuses.includes(429)) {
      const some = await Promise.all(Array.from({ length: 10 }, () => guess("/api/tracking/")));
      statuses.push(...some.map(({ status }) => status));
    }
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(120);
    const refused = [await guess("/api/tracking/"), await guess("/t/")];
    expect(refused.map(({ status }) => status)).toEqual([429, 429]);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await fetch(new URL("/api/cities", server.base))).status).toBe(200);
  } finally {
    await server.stop();
  }
});
