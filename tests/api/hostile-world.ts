// Two worlds of the hostile tests: a shop with everything that an id in a path or a body can name, everybody who calls, and tokens that are none.
import { createECDH, createHmac, randomUUID } from "node:crypto";
import { PDF } from "@/lib/platform/http/file-samples";
import { JWT_SECRET } from "../../dev/keys.ts";
import { newCode } from "../db/coupons.ts";
import { sql } from "../db/database.ts";
import { MODA, product } from "../db/shops.ts";
import { api, courierOf, move, placed, signedIn, town } from "./client.ts";
import type { Own } from "./hostile-samples.ts";
import { cardOrder, giveCredit } from "./money-world.ts";

export type HostileWorld = {
  own: Own;
  ids: string[];
  tokens: Record<string, string>;
  customerId: string;
  vendorId: string;
};

/** A world of its own: nothing done in it touches another suite's. */
export async function hostileWorld(): Promise<HostileWorld> {
  const at = await town();
  const [customer, recipient, applicant, admin] = await Promise.all([
    signedIn("customer"),
    signedIn("customer"),
    signedIn("customer"),
    signedIn("admin"),
  ]);
  const courier = await courierOf(at);
  await giveCredit(customer.id, 5_000_000);
  const made = async (token: string, path: string, body: unknown) =>
    (await api("POST", path, { token, body })).body.id as string;
  const placeOf = { label: "Ev", text: "Moda Caddesi 12, daire 4", ...MODA };
  const application = {
    ...{
      business_name: "Deneme Fırını",
      business_type: "bakery",
      legal_name: "Deneme Ltd.",
      tax_office: "Kadıköy",
    },
    ...{
      tax_number: "1234567890",
      iban: IBAN,
      contact_name: "Deneme Kişisi",
      contact_phone: "+90 555 000 00 00",
    },
    ...{ address_text: "Moda Caddesi 1", district_id: await districtOf(at.branchId), ...MODA },
  };
  const group = { name: "Boy", min_choices: 0, max_choices: 1, options: [{ name: "Büyük" }] };
  const days = { weekdays: [1], starts: "10:00", ends: "11:00" };
  const priceRule = { name: "İndirim", scope: "menu", percent: 10, ...days };
  const webhook = { url: "https://127.0.0.1:9/kapgel", event_types: ["order.created"] };
  const spare = await product(at.vendorId, "Börek");
  const [category] = await sql`select category_id as id from public.products where id = ${spare}`;
  const [flag] = await sql`insert into public.flags (key, enabled)
    values (${`hostile_${randomUUID().replace(/[-\d]/g, "")}`}, true) returning key`; // of its own: throwing one stops what others do
  const suspect = await signedIn("customer");
  const taken = (await placed(at, customer.token)).id;
  await move(at.owner, taken, "CONFIRMED");
  const dispute = { kind: "late", text: "Nerede kaldı?" };
  const applicationId = await made(applicant.token, "/api/vendor/applications", application);
  const paper = await api("POST", "/api/papers?kind=other&name=belge.pdf", {
    token: applicant.token,
    raw: PDF,
  });
  const webhookId = await made(at.owner, "/api/vendor/webhooks", webhook);
  const [review] =
    await sql`insert into public.reviews (vendor_id, author, rating) values (${at.vendorId}, 'Deneme K.', 5) returning id`;
  const followed = await placed(at, customer.token);
  const link = await api("POST", `/api/orders/${followed.id}/tracking-links`, { token: customer.token });
  const paths = {
    "/addresses": await made(customer.token, "/api/addresses", placeOf),
    "/applications": applicationId,
    "/branches": at.branchId,
    "/categories": category?.id as string,
    "/coupons": await made(at.owner, "/api/vendor/coupons", { code: newCode(), kind: "free_delivery" }),
    "/couriers": courier.courierId,
    "/deliveries": await made(at.owner, `/api/vendor/webhooks/${webhookId}/test`, undefined),
    "/disputes": await made(customer.token, `/api/orders/${taken}/disputes`, dispute),
    "/favourites": at.vendorId,
    "/flags": flag?.key as string,
    "/option-groups": await made(at.owner, "/api/vendor/option-groups", group),
    "/orders": followed.id,
    "/papers": paper.body.id as string,
    "/payments": (await cardOrder(at, customer.token)).payment_id,
    "/price-rules": await made(at.owner, "/api/vendor/price-rules", priceRule),
    "/products": spare,
    "/reviews": review?.id as string,
    "/staff": await made(at.owner, "/api/vendor/staff", {
      ...{ email: `${randomUUID()}@test.invalid`, full_name: "Deneme Çalışanı" },
      ...{ password: "kapgel-test", role: "kitchen" },
    }),
    "/tracking": new URL(link.body.url as string).pathname.slice("/t/".length),
    "/tracking-links": link.body.id as string,
    "/users": suspect.id,
    "/vendors": at.vendorId,
    "/webhooks": webhookId,
  };
  const absent = Object.entries(paths).filter(([, id]) => !id);
  if (absent.length > 0) throw new Error(`The world lacks ${absent.map(([name]) => name).join(", ")}.`);
  const fields = {
    ...{
      branch_id: at.branchId,
      product_id: at.productId,
      vendor_id: at.vendorId,
      courier_id: courier.courierId,
      user_id: suspect.id,
    },
    ...{ category_id: paths["/categories"], order_id: paths["/orders"], ...MODA },
    ...{
      district_id: application.district_id,
      iban: IBAN,
      slug: at.slug,
      provider: "sandbox",
      vehicle: "scooter",
    },
    ...{ email: `${randomUUID()}@test.invalid`, to_email: `${recipient.id}@test.invalid`, amount_minor: 150 },
    ...{ to: "CONFIRMED", password: "kapgel-test", endpoint: "https://fcm.googleapis.com/fcm/send/kapgel" },
    "POST /api/auth/sign-in email": `${customer.id}@test.invalid`,
    "POST /api/admin/adjustments email": `${customer.id}@test.invalid`,
    // What a schema does not say: a percentage needs its percent.
    "POST /api/vendor/coupons kind": "free_delivery",
    "POST /api/vendor/coupons code": newCode(),
    "POST /api/admin/coupons kind": "free_delivery",
    "POST /api/admin/coupons code": newCode(),
    "PUT /api/admin/flags/{key} allowed": [],
    "POST /api/vendor/couriers email": `${randomUUID()}@test.invalid`,
    "POST /api/vendor/staff email": `${randomUUID()}@test.invalid`,
    "POST /api/vendor/menu/import csv": "category;product;price\nDeneme;Deneme çayı;10",
    // What a schema does not say: a delivery needs an address, and a browser's key is a point on a curve.
    "POST /api/orders address": { text: placeOf.text, ...MODA },
    p256dh: createECDH("prime256v1").generateKeys().toString("base64url"),
    "GET /api/cities/{slug}/districts slug": "istanbul",
  };
  const tokens = {
    customer: customer.token,
    vendor_admin: at.owner,
    courier: courier.token,
    admin: admin.token,
  };
  return {
    own: { ...paths, ...fields },
    ids: Object.values(paths),
    tokens,
    customerId: customer.id,
    vendorId: at.vendorId,
  };
}

const IBAN = "TR330006100519786457841326";

async function districtOf(branchId: string): Promise<number> {
  const [row] = await sql`select district_id as id from public.branches where id = ${branchId}`;
  return row?.id as number;
}

/** Tokens that must open nothing, made from one that opens something. */
export function forgeries(real: string, customerId: string): Record<string, string> {
  const [head = "", , signature = ""] = real.split(".");
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: customerId, role: "authenticated", aud: "authenticated", iat: now, exp: now + 3600 };
  const hs256 = { alg: "HS256", typ: "JWT" };
  return {
    garbage: "garbage-that-is-no-token",
    odd: `${part("a text")}.${part("a text")}.${part("a text")}`,
    unsigned: `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.`,
    expired: signed(hs256, { ...claims, exp: now - 3600 }, JWT_SECRET),
    forged: signed(hs256, claims, "another secret that signs nothing of ours"),
    escalated: `${head}.${part({ ...claims, role: "service_role" })}.${signature}`,
  };
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function signed(head: unknown, claims: unknown, secret: string): string {
  const text = `${part(head)}.${part(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}
