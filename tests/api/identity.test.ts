// Coming in and going out: sessions by cookie and by token, and roles that nobody gives themselves.
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { api, signedIn, town } from "./client.ts";

const newcomer = () => ({
  email: `${randomUUID()}@test.invalid`,
  password: "uzun-bir-parola",
  full_name: "Işıl İnce",
});

describe("a session", () => {
  it("is opened by signing up, in the body and in cookies that scripts cannot read", async () => {
    const reply = await api("POST", "/api/auth/sign-up", { body: newcomer() });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ user: { role: "customer", full_name: "Işıl İnce" } });
    const cookies = reply.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual(["kapgel_access", "kapgel_refresh"]);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it("is renewed by its refresh token, from the body or the cookie", async () => {
    const person = newcomer();
    const opened = await api("POST", "/api/auth/sign-up", { body: person });
    const renewed = await api("POST", "/api/auth/refresh", {
      body: { refresh_token: opened.body.refresh_token },
    });
    expect(renewed.status).toBe(200);
    const again = await api("POST", "/api/auth/refresh", {
      body: {},
      headers: { Cookie: `kapgel_refresh=${renewed.body.refresh_token}` },
    });
    expect(again.status).toBe(200);
    expect((await api("GET", "/api/me", { token: again.body.access_token as string })).body).toMatchObject({
      email: person.email,
    });
    const forged = await api("POST", "/api/auth/refresh", { body: { refresh_token: "made-up" } });
    expect([forged.status, forged.body.code]).toEqual([401, "UNAUTHENTICATED"]);
  });

  it("ends by signing out: the cookies go, and the refresh token is dead", async () => {
    const opened = await api("POST", "/api/auth/sign-up", { body: newcomer() });
    const out = await api("POST", "/api/auth/sign-out", { token: opened.body.access_token as string });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie().every((cookie) => cookie.includes("Max-Age=0"))).toBe(true);
    const dead = await api("POST", "/api/auth/refresh", {
      body: { refresh_token: opened.body.refresh_token },
    });
    expect(dead.status).toBe(401);
  });

  it("ends on every device by signing out everywhere, and on none of anybody else", async () => {
    const [person, other] = [newcomer(), newcomer()];
    const opened = await api("POST", "/api/auth/sign-up", { body: person });
    const phone = await api("POST", "/api/auth/sign-in", { body: person });
    const stranger = await api("POST", "/api/auth/sign-up", { body: other });
    const out = await api("POST", "/api/auth/sign-out-everywhere", {
      token: opened.body.access_token as string,
    });
    const ended = out.headers.getSetCookie().map((cookie) => cookie.replace(/=;.*Max-Age=0.*/, ""));
    expect([out.status, ended]).toEqual([204, ["kapgel_access", "kapgel_refresh", "kapgel_view"]]);
    const refresh = ({ body }: Awaited<ReturnType<typeof api>>) =>
      api("POST", "/api/auth/refresh", { body: { refresh_token: body.refresh_token } });
    const answers = await Promise.all([opened, phone, stranger].map(refresh));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 200]);
  });

  it("is refused for a wrong password and an unknown address alike", async () => {
    const person = newcomer();
    await api("POST", "/api/auth/sign-up", { body: person });
    const wrong = await api("POST", "/api/auth/sign-in", {
      body: { email: person.email, password: "yanlış-parola" },
    });
    const unknown = await api("POST", "/api/auth/sign-in", {
      body: { email: "yok@test.invalid", password: "yanlış-parola" },
    });
    expect([wrong.status, wrong.body.code, wrong.body.error]).toEqual([
      401,
      "UNAUTHENTICATED",
      unknown.body.error,
    ]);
  });

  it("is not opened twice for one address: 400 on `email`", async () => {
    const person = newcomer();
    await api("POST", "/api/auth/sign-up", { body: person });
    const again = await api("POST", "/api/auth/sign-up", {
      body: { ...person, email: person.email.toUpperCase() },
    });
    expect([again.status, Object.keys(again.body.details as object)]).toEqual([400, ["email"]]);
  });
});

it("nobody raises their own role", async () => {
  const up = await api("POST", "/api/auth/sign-up", {
    body: {
      ...newcomer(),
      role: "admin",
      app_metadata: { role: "admin" },
      user_metadata: { role: "admin" },
      data: { role: "admin" },
    },
  });
  const token = up.body.access_token as string;
  expect(up.body).toMatchObject({ user: { role: "customer" } });
  await api("PATCH", "/api/me", { token, body: { role: "admin", full_name: "Yeni Ad" } });
  expect((await api("GET", "/api/me", { token })).body).toMatchObject({
    role: "customer",
    full_name: "Yeni Ad",
  });
  expect((await api("GET", "/api/admin/applications", { token })).status).toBe(403);
});

it("a courier is made by their vendor and can sign in at once", async () => {
  const { token } = await signedIn("customer");
  const person = { ...newcomer(), full_name: "Çağrı Kurye" };
  expect((await api("POST", "/api/vendor/couriers", { token, body: person })).status).toBe(403);
  const here = await town();
  const made = await api("POST", "/api/vendor/couriers", { token: here.owner, body: person });
  expect(made.status).toBe(201);
  const session = await api("POST", "/api/auth/sign-in", {
    body: { email: person.email, password: person.password },
  });
  expect(session.body).toMatchObject({ user: { role: "courier" } });
  const twice = await api("POST", "/api/vendor/couriers", { token: here.owner, body: person });
  expect([twice.status, Object.keys(twice.body.details as object)]).toEqual([400, ["email"]]);
});

it("realtime access is for those who are signed in", async () => {
  expect((await api("GET", "/api/auth/realtime")).status).toBe(401);
  const { token } = await signedIn("customer");
  expect((await api("GET", "/api/auth/realtime", { token })).body).toMatchObject({
    key: "sb_publishable_local",
    access_token: token,
  });
});

it("a page opened after the access cookie has ended renews the session on the way", async () => {
  const opened = await api("POST", "/api/auth/sign-up", { body: newcomer() });
  const page = await fetch(new URL("/account", process.env.KAPGEL_URL), {
    headers: { Cookie: `kapgel_refresh=${opened.body.refresh_token}` },
    redirect: "manual",
  });
  expect(page.status).toBe(200);
  const renewed = page.headers.getSetCookie().find((cookie) => cookie.startsWith("kapgel_access="));
  expect(renewed).toMatch(/HttpOnly/i);
  const headers = {
    Cookie: page.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .filter((cookie) => cookie?.startsWith("kapgel_refresh="))
      .join(),
  };
  expect((await api("GET", "/api/auth/realtime", { headers })).status).toBe(200);
  const dead = await fetch(new URL("/account", process.env.KAPGEL_URL), {
    headers: { Cookie: "kapgel_refresh=made-up" },
    redirect: "manual",
  });
  expect(dead.headers.getSetCookie().join()).toMatch(/kapgel_refresh=;/);
});
