// What Storage's answers mean, and its absence: a stand-in answers as it does, or not.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { putFile, readFile, removeFiles } from "./storage";

type Asked = { method: string | undefined; url: string | undefined; key: unknown; body: string };
let asked: Asked[] = [];
let answer: { status: number; body: string; type?: string } = { status: 200, body: "{}" };
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method, url, headers } = request;
  asked.push({ method, url, key: headers.apikey, body: Buffer.concat(chunks).toString() });
  response.writeHead(answer.status, { "Content-Type": answer.type ?? "application/json" });
  response.end(answer.body);
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", "sb_publishable_test");
  vi.stubEnv("SUPABASE_SECRET_KEY", "sb_secret_test");
  vi.stubEnv("CRON_SECRET", "a-secret-for-the-scheduler");
});
beforeEach(() => {
  asked = [];
  answer = { status: 200, body: "{}" };
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

const file = { bytes: new TextEncoder().encode("a picture"), type: "image/webp" };
const put = () => putFile("pictures", "a/b.webp", file);

it("keeps a file with the service's key, and takes one that is there already for kept", async () => {
  await put();
  expect(asked).toEqual([
    { method: "POST", url: "/storage/v1/object/pictures/a/b.webp", key: "sb_secret_test", body: "a picture" },
  ]);
  answer = {
    status: 400,
    body: '{"statusCode":"409","error":"Duplicate","message":"The resource already exists"}',
  };
  await put();
  answer = { status: 409, body: '{"code":"ResourceAlreadyExists"}' };
  await put();
});

it("hands a file on, and says when there is none", async () => {
  answer = { status: 200, body: "a paper", type: "application/pdf" };
  const read = await readFile("papers", "a/b.pdf");
  expect(read).toMatchObject({ type: "application/pdf" });
  expect(await new Response(read?.body).text()).toBe("a paper");
  answer = { status: 400, body: '{"statusCode":"404","error":"not_found"}' };
  expect(await readFile("papers", "a/b.pdf")).toBeNull();
});

it("removes files by name", async () => {
  await removeFiles("papers", ["a/b.pdf", "a/c.png"]);
  expect(asked[0]).toMatchObject({
    method: "DELETE",
    url: "/storage/v1/object/papers",
    body: '{"prefixes":["a/b.pdf","a/c.png"]}',
  });
});

it("asks for no name that leads elsewhere", async () => {
  for (const name of ["../papers/a", "a//b", "/a", "a/../../b", "a?b", ""]) {
    await expect(putFile("pictures", name, file)).rejects.toThrow("no name of a file");
  }
  expect(asked).toEqual([]);
});

it("is unavailable while Storage is, and failed where it answers what nobody foresaw", async () => {
  answer = { status: 413, body: "{}" };
  await expect(put()).rejects.toThrow("storage: put was answered with 413");
  for (const status of [500, 503, 429]) {
    answer = { status, body: "" };
    await expect(put()).rejects.toMatchObject({ code: "UNAVAILABLE", status: 503 });
  }
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await expect(readFile("papers", "a/b.pdf")).rejects.toMatchObject({ code: "UNAVAILABLE" });
});
