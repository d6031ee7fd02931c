// Files over HTTP: pictures that everybody sees for ever, papers that nobody sees but whose they are and who reviews them, and what is no file.
import { createHash, randomUUID } from "node:crypto";
import { crc32 } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { type ErrorCode, STATUS_OF } from "@/lib/platform/errors";
import { JPEG, PDF, PNG, WEBP } from "@/lib/platform/http/file-samples";
import { SECRET_KEY } from "../../dev/keys.ts";
import { sql } from "../db/database.ts";
import { MODA } from "../db/shops.ts";
import { api, expectError, type Reply, signedIn, signIn, type Town, town } from "./client.ts";
import { BROKEN_FILES } from "./hostile-files.ts";

const base = process.env.KAPGEL_URL ?? "";
const send = (path: string, token: string, file: Buffer, type = "application/octet-stream") =>
  api("POST", path, { token, raw: file, headers: { "Content-Type": type } });
const get = (path: string, token?: string) =>
  fetch(new URL(path, base), token ? { headers: { Authorization: `Bearer ${token}` } } : {});
const refused = (reply: Reply, code: ErrorCode) => expectError(reply, STATUS_OF[code], code);
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const sha256 = (file: Buffer) => createHash("sha256").update(file).digest("hex");
/** A file that no other test has sent: with a remark, which in a PNG stands before its end. */
const own = (file: Buffer) => {
  const remark = Buffer.from(`tEXtremark\0${randomUUID()}`);
  if (file !== PNG) return Buffer.concat([file, Buffer.from("\n"), remark]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(remark.length - 4);
  sum.writeUInt32BE(crc32(remark));
  return Buffer.concat([PNG.subarray(0, -12), length, remark, sum, PNG.subarray(-12)]);
};

let here: Town;
beforeAll(async () => {
  here = await town();
});

describe("a picture", () => {
  const url = (reply: Reply) => String(reply.body.url);

  it("is kept once under its hash, whatever it was called, and shown for ever", async () => {
    const file = own(WEBP);
    const [first, again, ...others] = await Promise.all(
      ["image/webp", "text/html", "application/json", "image/png"].map((type) =>
        send("/api/vendor/pictures", here.owner, file, type),
      ),
    );
    expect([first, again, ...others].map((reply) => reply?.status)).toEqual([201, 201, 201, 201]);
    expect(url(first as Reply)).toBe(`/pictures/u/${here.vendorId}/${sha256(file)}.webp`);
    expect(url(again as Reply)).toBe(url(first as Reply));
    const shown = await get(url(first as Reply));
    expect(shown.headers.get("content-type")).toBe("image/webp");
    expect(shown.headers.get("cache-control")).toContain("immutable");
    expect(shown.headers.get("x-content-type-options")).toBe("nosniff");
    expect(shown.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await bytesOf(shown)).equals(file)).toBe(true);
    const [rows] =
      await sql`select count(*)::int as n from storage.objects where bucket_id = 'pictures' and name like ${`%${sha256(file)}%`}`;
    expect(rows?.n).toBe(1);
  });

  it("is a product's like any other address", async () => {
    const image_url = url(await send("/api/vendor/pictures", here.owner, own(PNG)));
    const patched = await api("PATCH", `/api/vendor/products/${here.productId}`, {
      token: here.owner,
      body: { image_url },
    });
    expect(patched.body).toMatchObject({ image_url });
    const { body } = await api("GET", `/api/branches/${here.branchId}/menu`);
    const shelves = body.categories as { products: unknown[] }[];
    expect(shelves.flatMap(({ products }) => products)).toContainEqual(
      expect.objectContaining({ image_url }),
    );
  });

  it("is for who may change the menu of that vendor", async () => {
    const other = await town();
    const path = `/api/vendor/pictures?vendor_id=${other.vendorId}`;
    refused(await send(path, here.owner, PNG), "NOT_FOUND");
    refused(await send("/api/vendor/pictures", (await signedIn("customer")).token, PNG), "FORBIDDEN");
    const [cook, password] = [`${randomUUID()}@test.invalid`, "kapgel-test"];
    await api("POST", "/api/vendor/staff", {
      token: here.owner,
      body: { email: cook, full_name: "Aşçı", password, role: "kitchen" },
    });
    refused(await send("/api/vendor/pictures", await signIn(cook, password), PNG), "FORBIDDEN");
    expect((await get(`/pictures/u/${here.vendorId}/${"0".repeat(64)}.webp`)).status).toBe(404);
    for (const odd of ["..%2f..%2fpapers/x", `${here.vendorId}/%00`, `${here.vendorId}/x.webp.json`]) {
      expect((await get(`/pictures/u/${odd}`)).status).toBe(404);
    }
  });

  it("is refused when it is no picture, not whole, empty or too long, in the contract's words", async () => {
    const codes = new Set<unknown>();
    for (const file of [...BROKEN_FILES, PDF]) {
      const reply = await send("/api/vendor/pictures", here.owner, file, "image/png");
      refused(reply, reply.body.code as ErrorCode);
      expect(reply.status).toBeLessThan(500);
      codes.add(reply.body.code);
    }
    expect([...codes].sort()).toEqual(["PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "VALIDATION_ERROR"]);
  });
});

describe("a paper", () => {
  const body = async () => {
    const [row] = await sql`select district_id as id from public.branches where id = ${here.branchId}`;
    return {
      ...{ business_name: "Çiğdem Şarküteri", business_type: "market", legal_name: "Deneme Gıda Ltd. Şti." },
      ...{ tax_number: "1234567890", tax_office: "Kadıköy", iban: "TR330006100519786457841326" },
      ...{
        contact_name: "Deneme Kişisi",
        contact_phone: "+90 555 000 00 00",
        address_text: "Moda Caddesi 1",
      },
      ...{ district_id: row?.id, ...MODA },
    };
  };
  const paper = (token: string, kind: string, file: Buffer, name = "Vergi levhası.pdf") =>
    send(`/api/papers?${new URLSearchParams({ kind, name })}`, token, file);

  it("goes with the application, is read by its applicant and the operator alone, marked, and replaced", async () => {
    const [applicant, stranger, admin] = [
      await signedIn("customer"),
      await signedIn("customer"),
      await signedIn("admin"),
    ];
    const file = own(PDF);
    const sent = await paper(applicant.token, "tax_plate", file);
    expect(sent).toMatchObject({
      status: 201,
      body: { kind: "tax_plate", type: "application/pdf", fine: null },
    });
    expect((await paper(applicant.token, "tax_plate", file)).body.id).toBe(sent.body.id); // a repeat is the same
    const path = `/api/papers/${sent.body.id}`;
    refused(await api("GET", path, { token: admin.token }), "NOT_FOUND"); // not sent yet
    const application = await api("POST", "/api/vendor/applications", {
      token: applicant.token,
      body: await body(),
    });
    expect(application.body.papers).toMatchObject([{ id: sent.body.id }]);

    for (const token of [applicant.token, admin.token]) {
      const opened = await get(path, token);
      expect(opened.headers.get("content-type")).toBe("application/pdf");
      expect(opened.headers.get("content-disposition")).toContain(
        "filename*=UTF-8''Vergi%20levhas%C4%B1.pdf",
      );
      expect(opened.headers.get("cache-control")).toBe("no-store");
      expect((await bytesOf(opened)).equals(file)).toBe(true);
    }
    refused(await api("GET", path, { token: stranger.token }), "NOT_FOUND");
    refused(await api("DELETE", path, { token: stranger.token }), "NOT_FOUND");
    refused(await api("GET", path), "UNAUTHENTICATED");
    const trail =
      await sql`select action, actor_id from public.audit_entries where subject_id = ${String(application.body.id)}`;
    expect([...trail]).toEqual([{ action: "paper.opened", actor_id: admin.id }]);

    const mark = (given: object) =>
      api("PUT", `/api/admin/papers/${sent.body.id}/mark`, { token: admin.token, body: given });
    refused(await mark({ fine: false }), "VALIDATION_ERROR");
    expect((await mark({ fine: false, remark: "Süresi dolmuş." })).body).toMatchObject({
      fine: false,
      remark: "Süresi dolmuş.",
    });
    expect((await api("DELETE", path, { token: applicant.token })).status).toBe(204);
    expect((await get(path, admin.token)).status).toBe(404);
    const [left] =
      await sql`select count(*)::int as n from storage.objects where name like ${`%${sent.body.id}%`}`;
    expect(left?.n).toBe(0);
    const photo = await paper(applicant.token, "tax_plate", own(JPEG), "levha.jpg");
    expect((await mark({ fine: true })).status).toBe(404);
    const fine = await api("PUT", `/api/admin/papers/${photo.body.id}/mark`, {
      token: admin.token,
      body: { fine: true },
    });
    expect(fine.body).toMatchObject({ fine: true });
    refused(
      await api("DELETE", `/api/papers/${photo.body.id}`, { token: applicant.token }),
      "INVALID_TRANSITION",
    );
  });

  it("is one of six, of those kinds, whole, and four megabytes at most", async () => {
    const { token } = await signedIn("customer");
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => paper(token, "other", own(PNG), "kimlik.png")),
    );
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(6);
    for (const more of sent.filter(({ status }) => status !== 201)) refused(more, "VALIDATION_ERROR");
    const next = (await signedIn("customer")).token;
    refused(await paper(next, "other", WEBP), "UNSUPPORTED_MEDIA_TYPE");
    refused(await paper(next, "passport", PDF), "VALIDATION_ERROR");
    refused(await paper(next, "other", PDF.subarray(0, 60)), "VALIDATION_ERROR");
    refused(
      await paper(next, "other", Buffer.concat([PDF, Buffer.alloc(4 * 1024 * 1024)])),
      "PAYLOAD_TOO_LARGE",
    );
  });

  it("lies where no address leads: Storage gives it to the service's key alone", async () => {
    const { id, token } = await signedIn("customer");
    const sent = await paper(token, "identity", own(PNG), "kimlik.png");
    const at = (path: string) =>
      new URL(`/storage/v1/object/${path}/${id}/${sent.body.id}.png`, process.env.NEXT_PUBLIC_SUPABASE_URL);
    const asked = (path: string, headers: Record<string, string>) =>
      fetch(at(path), { headers }).then(({ ok }) => ok);
    const apikey = process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "";
    expect(await asked("public/papers", {})).toBe(false);
    expect(await asked("papers", { apikey, Authorization: `Bearer ${token}` })).toBe(false);
    expect(await asked("papers", { apikey: SECRET_KEY, Authorization: `Bearer ${SECRET_KEY}` })).toBe(true);
  });
});
