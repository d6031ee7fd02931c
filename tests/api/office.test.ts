// The vendor's office over HTTP: the menu's file from download to confirmation, figures as files, and staff who see what their role lets them.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { api, expectError, move, placed, signedIn, signIn, type Town, town } from "./client.ts";

type Line = { line: number; verdict: string; problems: string[] };
type Checked = { token: string | null; applied: boolean; lines: Line[] };

let here: Town;
beforeAll(async () => {
  here = await town();
});

const as = (token: string) => ({
  get: (path: string) => api("GET", path, { token }),
  send: (method: string, path: string, body: unknown) => api(method, path, { token, body }),
});
const owner = () => as(here.owner);
const file = async (path: string, token = here.owner) => {
  const response = await fetch(new URL(path, process.env.KAPGEL_URL), {
    headers: { Authorization: `Bearer ${token}` },
  });
  return { response, text: Buffer.from(await response.arrayBuffer()).toString("utf8") };
};
const check = async (csv: string, token?: string | null) =>
  (await owner().send("POST", "/api/vendor/menu/import", { csv, ...(token && { token }) })).body as Checked;

describe("the menu's file", () => {
  it("comes for Excel, goes back changed, is checked, and applied once", async () => {
    const { response, text } = await file("/api/vendor/menu/export?lang=tr");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toContain("kapgel-menu.csv");
    expect(text.startsWith("\uFEFFid;kategori;ürün")).toBe(true);
    expect((await check(text)).lines.map(({ verdict }) => verdict)).toEqual(["leave", "leave"]);

    const changed = `${text.replace(";55,50;", ";1.055,50;")};Tatlılar;İrmik helvası;"Sıcak; dondurmalı";80;evet;12\r\n`;
    const { token, lines } = await check(changed);
    expect(lines.map(({ verdict }) => verdict).sort()).toEqual(["add", "change", "leave"]);
    expect(await check(changed, token)).toMatchObject({ applied: true });
    const menu = (await api("GET", `/api/branches/${here.branchId}/menu`)).body as unknown as {
      categories: { name: string; products: { name: string; price_minor: number; description: string }[] }[];
    };
    const products = menu.categories.flatMap((category) => category.products);
    expect(products.find(({ name }) => name === "Ayran")?.price_minor).toBe(105_550);
    expect(products.find(({ name }) => name === "İrmik helvası")).toMatchObject({
      price_minor: 8000,
      description: "Sıcak; dondurmalı",
    });
    expectError(
      await owner().send("POST", "/api/vendor/menu/import", { csv: changed, token }),
      409,
      "VERSION_CONFLICT",
    );
  });

  it("with a line that cannot be taken has no token, and is not applied with another's", async () => {
    const { token } = await check("category;product;price\nRaf;Yeni;10");
    const bad = await check("category;product;price\nRaf;Yeni;10\nRaf;Bozuk;on lira");
    expect(bad).toMatchObject({ token: null, lines: [{ verdict: "add" }, { problems: ["price_invalid"] }] });
    const csv = "category;product;price\nRaf;Yeni;10\nRaf;Bozuk;on lira";
    const reply = await owner().send("POST", "/api/vendor/menu/import", { csv, token });
    expectError(reply, 400, "VALIDATION_ERROR");
    expect(reply.body.details).toHaveProperty("csv");
  });

  it("of two thousand products with descriptions goes through in one body; a larger one is 413", async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, n) => `Raf ${n % 40};Ürün ${n};${"açıklama ".repeat(20)};${n + 1},50`,
    );
    const csv = ["kategori;ürün;açıklama;fiyat", ...rows].join("\n");
    expect((await check(csv)).lines.filter(({ verdict }) => verdict === "add")).toHaveLength(2000);
    const huge = await owner().send("POST", "/api/vendor/menu/import", { csv: "a".repeat(2_200_000) });
    expectError(huge, 413, "PAYLOAD_TOO_LARGE");
  });
});

describe("the figures", () => {
  it("are read together and as files, part by part", async () => {
    const { token } = await signedIn("customer");
    const { id } = await placed(here, token);
    await move(here.owner, id, "REJECTED", { reason: "=HYPERLINK" });
    expect((await owner().get("/api/vendor/insights?period=today")).body).toMatchObject({
      period: "today",
      totals: { orders: 1, rejected: 1 },
      endings: [{ status: "REJECTED", reason: "=HYPERLINK", orders: 1 }],
    });
    for (const part of ["totals", "days", "hours", "products", "unsold", "endings", "times"]) {
      const { response, text } = await file(`/api/vendor/insights/file?part=${part}&period=30d`);
      expect(response.status, part).toBe(200);
      expect(text.split("\r\n").length, part).toBeGreaterThan(1);
    }
    expect((await file("/api/vendor/insights/file?part=endings")).text).toContain("REJECTED,'=HYPERLINK,1,");
    expectError(await owner().get("/api/vendor/insights/file?part=all"), 400, "VALIDATION_ERROR");
    expectError(await owner().get("/api/vendor/insights?period=1y"), 400, "VALIDATION_ERROR");
  });
});

describe("staff", () => {
  const hire = async (role: string) => {
    const person = {
      email: `${randomUUID()}@test.invalid`,
      full_name: "Işıl Şahin",
      password: "kapgel-test",
      role,
    };
    const { status, body } = await owner().send("POST", "/api/vendor/staff", person);
    expect(status).toBe(201);
    return { id: body.id as string, token: await signIn(person.email) };
  };

  it("sign in and do what their role lets them, nothing else, and nothing once they are let go", async () => {
    const kitchen = await hire("kitchen");
    const me = as(kitchen.token);
    expect((await me.get("/api/me")).body).toMatchObject({
      rights: ["orders"],
      vendor: { id: here.vendorId },
    });
    expect((await me.get("/api/vendor/orders")).status).toBe(200);
    expectError(await me.get("/api/vendor/insights"), 403, "FORBIDDEN");
    expectError(await me.get("/api/vendor/money"), 403, "FORBIDDEN");
    expectError(await me.get("/api/vendor/staff"), 403, "FORBIDDEN");
    expectError(await me.get("/api/vendor/menu/export"), 403, "FORBIDDEN");
    expectError(
      await me.send("PATCH", `/api/vendor/products/${here.productId}`, { price_minor: 1 }),
      404,
      "NOT_FOUND",
    );
    const change = (body: unknown) => owner().send("PATCH", `/api/vendor/staff/${kitchen.id}`, body);
    await change({ role: "manager" });
    expect((await me.get("/api/vendor/insights")).status).toBe(200);
    await change({ active: false });
    expectError(await me.get("/api/vendor/products"), 404, "NOT_FOUND");
    expect((await me.get("/api/vendor/orders")).body).toMatchObject({ data: [] });
    expect((await me.get("/api/me")).body).toMatchObject({ vendor: null, rights: [] });
  });

  it("of another vendor are nobody's business, and no owner is made", async () => {
    const other = await town();
    const { id } = await hire("cashier");
    expectError(
      await api("PATCH", `/api/vendor/staff/${id}`, { token: other.owner, body: { active: false } }),
      404,
      "NOT_FOUND",
    );
    expectError(
      await owner().send("PATCH", `/api/vendor/staff/${id}`, { role: "owner" }),
      400,
      "VALIDATION_ERROR",
    );
  });
});
