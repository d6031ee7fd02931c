// A customer applies, an operator decides: approval opens the shop whole and once, and a suspended vendor is out of the window.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, refusal, sql } from "./database.ts";
import { type City, city, leaveTown, MODA, person, shop } from "./shops.ts";

type Application = { id: string; status: string; vendor_id: string | null; applicant: { id: string } };
type Page = { data: Application[]; next_cursor: string | null };

let town: City;
let operator: string;
let second: string;
const form = (business_name: string) => ({
  business_name,
  business_type: "bakery",
  legal_name: "Deneme Gıda Ltd. Şti.",
  tax_number: "1234567890",
  tax_office: "Kadıköy",
  iban: `TR${"0".repeat(24)}`,
  contact_name: "Deneme Kişisi",
  contact_phone: "+90 555 000 00 00",
  address_text: "Moda Caddesi 1",
  district_id: town.districtId,
  ...MODA,
});
const apply = (applicant: string, name = `Fırın ${randomBytes(4).toString("hex")}`) =>
  call<Application>(applicant, "submit_application", { body: form(name) });
const decide = (actor: string, id: string, body: object) =>
  call<Application>(actor, "decide_application", { application_id: id, body });

beforeAll(async () => {
  town = await city();
  [operator, second] = [await person("admin"), await person("admin")];
});
afterAll(leaveTown);

describe("applying", () => {
  it("is for customers, one application at a time, also when sent twice at once", async () => {
    const applicant = await person("customer");
    const sent = await Promise.allSettled([1, 2, 3, 4].map(() => apply(applicant)));
    expect(sent.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const refused = await refusal(apply(applicant));
    expect(refused).toMatchObject({ status: "400", code: "VALIDATION_ERROR" });
    expect(refused.details).toHaveProperty("business_name");
    expect(await refusal(apply(await person("courier")))).toMatchObject({ status: "403" });
  });

  it("in an unknown district is refused by name", async () => {
    const refused = await refusal(
      call(await person("customer"), "submit_application", {
        body: { ...form("Fırın"), district_id: 2_147_483_647 },
      }),
    );
    expect(refused.details).toHaveProperty("district_id");
  });

  it("shows an applicant their own papers only, and operators all of them", async () => {
    const applicant = await person("customer");
    const { id } = await apply(applicant);
    const ids = async (actor: string, name: string, args = {}) =>
      (await call<Page>(actor, name, args)).data.map((a) => a.id);
    expect(await ids(applicant, "my_applications")).toEqual([id]);
    expect(await ids(await person("customer"), "my_applications")).toEqual([]);
    expect(await ids(operator, "list_applications", { filter: { status: "pending", limit: 1 } })).toEqual([
      id,
    ]);
    expect(await refusal(call(applicant, "list_applications", { filter: {} }))).toMatchObject({
      status: "403",
    });
  });
});

describe("deciding", () => {
  it("approval opens the vendor whole: verified, its member, a hidden first branch that serves its street", async () => {
    const applicant = await person("customer");
    const name = `Çıtır Simitçi ${randomBytes(4).toString("hex")}`;
    const { id } = await apply(applicant, name);
    const approved = await decide(operator, id, { decision: "approved" });
    expect(approved).toMatchObject({ status: "approved", applicant: { id: applicant } });
    expect(await call(applicant, "get_me")).toMatchObject({
      role: "vendor_admin",
      vendor: { id: approved.vendor_id, name },
    });
    const branches = await call<{ data: Record<string, unknown>[] }>(applicant, "list_vendor_branches");
    expect(branches.data).toHaveLength(1);
    expect(branches.data[0]).toMatchObject({ active: false, ...MODA });
    expect(branches.data[0]?.hours).toHaveLength(7);
    const [row] =
      await sql`select app.serves(b, ${MODA.lat + 0.005}, ${MODA.lng}) as serves, v.verified, v.slug
      from public.vendors v join public.branches b on b.vendor_id = v.id where v.id = ${approved.vendor_id}`;
    expect(row).toMatchObject({ serves: true, verified: true });
    expect(row?.slug).toMatch(/^citir-simitci-[0-9a-f]{8}$/);
  });

  it("two operators at once: one wins, one is told what is, and there is one vendor", async () => {
    for (let round = 0; round < 8; round++) {
      const applicant = await person("customer");
      const { id } = await apply(applicant);
      const decisions = [
        { actor: operator, body: { decision: "approved" } },
        {
          actor: second,
          body: round % 2 ? { decision: "approved" } : { decision: "rejected", reason: "Belge eksik" },
        },
      ];
      const results = await Promise.all(
        decisions.map(({ actor, body }) =>
          decide(actor, id, body).then(
            (a) => a.status,
            async (error) => refusal(Promise.reject(error)),
          ),
        ),
      );
      const won = results.filter((result) => typeof result === "string");
      expect(won).toHaveLength(1);
      expect(results.find((result) => typeof result !== "string")).toMatchObject({
        status: "409",
        code: "INVALID_TRANSITION",
        details: { current: won[0] },
      });
      const [row] =
        await sql`select count(*)::int as vendors from public.vendor_members where user_id = ${applicant}`;
      expect(row?.vendors).toBe(won[0] === "approved" ? 1 : 0);
    }
  });

  it("two vendors of one name get addresses of their own, also when approved at once", async () => {
    const name = `Aynı İsim ${randomBytes(4).toString("hex")}`;
    const applications = await Promise.all([1, 2, 3].map(async () => apply(await person("customer"), name)));
    const approved = await Promise.all(
      applications.map(({ id }) => decide(operator, id, { decision: "approved" })),
    );
    const slugs =
      await sql`select slug from public.vendors where id in ${sql(approved.map((a) => a.vendor_id ?? ""))} order by slug`;
    const base = slugs[0]?.slug;
    expect(slugs.map((row) => row.slug)).toEqual([base, `${base}-2`, `${base}-3`]);
  });

  it("a rejection needs its reason; afterwards the customer may apply again", async () => {
    const applicant = await person("customer");
    const { id } = await apply(applicant);
    expect(
      (await refusal(decide(operator, id, { decision: "rejected", reason: "  " }))).details,
    ).toHaveProperty("reason");
    expect(
      await decide(operator, id, { decision: "rejected", reason: "Vergi levhası okunmuyor" }),
    ).toMatchObject({
      status: "rejected",
      decision_reason: "Vergi levhası okunmuyor",
      vendor_id: null,
    });
    expect(await call(applicant, "get_me")).toMatchObject({ role: "customer", vendor: null });
    expect((await apply(applicant)).status).toBe("pending");
  });

  it("is for operators: an applicant cannot approve themselves", async () => {
    const applicant = await person("customer");
    const { id } = await apply(applicant);
    expect(await refusal(decide(applicant, id, { decision: "approved" }))).toMatchObject({
      status: "403",
      code: "FORBIDDEN",
    });
    expect(await refusal(decide(operator, applicant, { decision: "approved" }))).toMatchObject({
      status: "404",
    });
  });
});

describe("the operator's switch", () => {
  it("takes a vendor out of the window and back, and keeps who, when and why", async () => {
    const { vendorId, ownerId, slug } = await shop(town);
    const set = (actor: string, verified: boolean, reason: string) =>
      call(actor, "set_vendor_verified", { vendor_id: vendorId, verified, reason });
    expect(await refusal(set(ownerId, true, "Ben"))).toMatchObject({ status: "403" });
    expect((await refusal(set(operator, false, " "))).details).toHaveProperty("reason");
    expect(await set(operator, false, "Şikâyet")).toMatchObject({
      verified: false,
      last_decision: { verified: false, reason: "Şikâyet" },
    });
    expect(await refusal(call(null, "get_vendor", { slug }))).toMatchObject({ status: "404" });
    const suspended = await call<Page>(operator, "list_admin_vendors", {
      filter: { verified: false, limit: 50 },
    });
    expect(suspended.data.map((vendor) => vendor.id)).toContain(vendorId);
    await set(operator, true, "Giderildi");
    expect(await call(null, "get_vendor", { slug })).toMatchObject({ id: vendorId });
    const log =
      await sql`select verified, reason, decided_by from public.vendor_verifications where vendor_id = ${vendorId} order by id`;
    expect(log.map((row) => [row.verified, row.reason, row.decided_by])).toEqual([
      [false, "Şikâyet", operator],
      [true, "Giderildi", operator],
    ]);
  });

  it("lists every vendor once, newest first", async () => {
    const made = new Set<string>();
    const name = `Liste${randomBytes(6).toString("hex")}`;
    for (let n = 0; n < 5; n++) made.add((await shop(town, name)).vendorId);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await call(operator, "list_admin_vendors", {
        filter: { q: name, limit: 2, cursor },
      });
      seen.push(...page.data.map((vendor) => vendor.id));
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toEqual([...made].reverse());
  });
});
