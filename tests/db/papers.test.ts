// The papers of who applies: six at most whoever hurries, the same one once, theirs alone, and an operator's look and mark on record.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUBLISHABLE_KEY } from "../../dev/keys.ts";
import { call, refusal, SERVICE, sql } from "./database.ts";
import { toldOf } from "./notifications.ts";
import { type City, city, leaveTown, MODA, person } from "./shops.ts";

type Announced = { id: string; file: string; kept: boolean };
type Paper = { id: string; kind: string; fine: boolean | null; remark: string | null };

let town: City;
let operator: string;
beforeAll(async () => {
  town = await city();
  operator = await person("admin");
});
afterAll(leaveTown);

const paper = (change: object = {}) => ({
  kind: "tax_plate",
  name: "Vergi levhası.pdf",
  type: "application/pdf",
  size: 1200,
  sha256: randomBytes(32).toString("hex"),
  ...change,
});
const announce = (applicant: string, change: object = {}) =>
  call<Announced>(applicant, "announce_paper", { paper: paper(change) });
const add = async (applicant: string, change: object = {}) => {
  const announced = await announce(applicant, change);
  await call(applicant, "keep_paper", { paper_id: announced.id });
  return announced;
};
const apply = (applicant: string) =>
  call<{ id: string; papers: Paper[] }>(applicant, "submit_application", {
    body: {
      ...{ business_name: "Iğdır Şekercisi", business_type: "dessert", legal_name: "Deneme Gıda Ltd. Şti." },
      ...{ tax_number: "1234567890", tax_office: "Kadıköy", iban: `TR${"0".repeat(24)}` },
      ...{
        contact_name: "Deneme Kişisi",
        contact_phone: "+90 555 000 00 00",
        address_text: "Moda Caddesi 1",
      },
      ...{ district_id: town.districtId, ...MODA },
    },
  });
const mine = async (applicant: string) =>
  (await call<{ data: Paper[] }>(applicant, "list_my_papers")).data.map(({ id }) => id);
const mark = (id: string, given: object) =>
  call<Paper>(operator, "mark_paper", { paper_id: id, mark: given });
const reject = (id: string) =>
  call(operator, "decide_application", {
    application_id: id,
    body: { decision: "rejected", reason: "Eksik" },
  });
const fulfilled = <T>(results: PromiseSettledResult<T>[]) =>
  results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));

describe("sending papers", () => {
  it("takes six at most, also of twenty sent at once", async () => {
    const applicant = await person("customer");
    const sent = await Promise.allSettled(Array.from({ length: 20 }, () => announce(applicant)));
    expect(fulfilled(sent)).toHaveLength(6);
    const refused = await refusal(announce(applicant));
    expect(refused).toMatchObject({ status: "400", code: "VALIDATION_ERROR" });
    expect(refused.details).toHaveProperty("file");
  });

  it("knows the same file again, also when it is sent eight times at once", async () => {
    const applicant = await person("customer");
    const sha256 = randomBytes(32).toString("hex");
    const sent = await Promise.all(Array.from({ length: 8 }, () => announce(applicant, { sha256 })));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent[0]?.file).toBe(`${applicant}/${sent[0]?.id}.pdf`);
  });

  it("counts a paper once its file has arrived, and forgets one that never came", async () => {
    const applicant = await person("customer");
    const { id } = await announce(applicant);
    expect(await mine(applicant)).toEqual([]);
    await sql`update public.application_papers set created_at = now() - interval '11 minutes' where id = ${id}`;
    const { id: next } = await add(applicant);
    expect(await mine(applicant)).toEqual([next]);
    expect(await refusal(call(applicant, "keep_paper", { paper_id: id }))).toMatchObject({ status: "404" });
  });

  it("goes with the application that is sent next, and later ones with the one that waits", async () => {
    const applicant = await person("customer");
    const { id: before } = await add(applicant);
    const application = await apply(applicant);
    expect(application.papers.map(({ id }) => id)).toEqual([before]);
    const { id: after } = await add(applicant, { kind: "identity" });
    const [shown] = (await call<{ data: { papers: Paper[] }[] }>(applicant, "my_applications")).data;
    expect(shown?.papers.map(({ id }) => id)).toEqual([before, after]);
    expect(await mine(applicant)).toEqual([]);
  });

  it("is for customers, and of kinds and sizes that the bucket takes", async () => {
    const applicant = await person("customer");
    expect(await refusal(announce(await person("courier")))).toMatchObject({ status: "403" });
    for (const wrong of [
      { type: "text/html" },
      { size: 4_194_305 },
      { size: 0 },
      { name: "" },
      { sha256: "x" },
    ]) {
      await expect(announce(applicant, wrong)).rejects.toThrow();
    }
  });
});

describe("taking papers back", () => {
  it("is for whose they are, until the application is decided", async () => {
    const applicant = await person("customer");
    const { id: first, file } = await add(applicant);
    const { id: second } = await add(applicant, { kind: "identity" });
    const remove = (actor: string, id: string) => call<string>(actor, "remove_paper", { paper_id: id });
    expect(await refusal(remove(await person("customer"), first))).toMatchObject({ status: "404" });
    expect(await remove(applicant, first)).toBe(file);
    expect(await refusal(remove(applicant, first))).toMatchObject({ status: "404" });
    const { id } = await apply(applicant);
    await reject(id);
    expect(await refusal(remove(applicant, second))).toMatchObject({
      status: "409",
      code: "INVALID_TRANSITION",
    });
  });

  it("leaves what an operator has found fine; what is not fine may be replaced", async () => {
    const applicant = await person("customer");
    const { id } = await add(applicant);
    await apply(applicant);
    await mark(id, { fine: true });
    const remove = () => call<string>(applicant, "remove_paper", { paper_id: id });
    expect(await refusal(remove())).toMatchObject({ status: "409", details: { current: "fine" } });
    await mark(id, { fine: false, remark: "Okunmuyor" });
    expect(await remove()).toContain(id);
  });

  it("is asked for by what is wrong with a paper, once for each thing that is", async () => {
    const applicant = await person("customer");
    const { id } = await add(applicant, { kind: "identity" });
    const application = await apply(applicant);
    await mark(id, { fine: true });
    await mark(id, { fine: false, remark: "Okunmuyor" });
    await mark(id, { fine: false, remark: "Okunmuyor" });
    const told = await toldOf(application.id);
    expect(told).toMatchObject([
      {
        ...{ user_id: applicant, kind: "paper_refused", audience: "applicant" },
        data: { application_id: application.id, paper: "identity" },
      },
    ]);
    expect(await call(SERVICE, "email_to_send", { notification_id: told[0]?.id })).toMatchObject({
      application: { name: "Iğdır Şekercisi", note: "Okunmuyor" },
    });
    await mark(id, { fine: false, remark: "Arka yüzü eksik" });
    expect(await toldOf(application.id)).toHaveLength(2);
  });
});

describe("an operator", () => {
  it("opens and marks papers of sent applications only, and that is on record", async () => {
    const applicant = await person("customer");
    const { id, file } = await add(applicant);
    const open = (actor: string) => call(actor, "open_paper", { paper_id: id });
    expect(await refusal(open(operator))).toMatchObject({ status: "404" });
    const application = await apply(applicant);
    expect(await open(applicant)).toEqual({ file, name: "Vergi levhası.pdf" });
    expect(await open(operator)).toEqual({ file, name: "Vergi levhası.pdf" });
    expect(await mark(id, { fine: false, remark: " Süresi dolmuş. " })).toMatchObject({
      fine: false,
      remark: "Süresi dolmuş.",
    });
    const actions =
      await sql`select action from public.audit_entries where subject_id = ${application.id} order by id`;
    expect(actions.map(({ action }) => action)).toEqual(["paper.opened", "paper.marked"]);
  });

  it("says what is wrong with a paper, and not after the decision", async () => {
    const applicant = await person("customer");
    const { id } = await add(applicant);
    const application = await apply(applicant);
    expect((await refusal(mark(id, { fine: false, remark: "  " }))).details).toHaveProperty("remark");
    expect((await refusal(mark(id, {}))).details).toHaveProperty("fine");
    await reject(application.id);
    expect(await refusal(mark(id, { fine: true }))).toMatchObject({
      status: "409",
      code: "INVALID_TRANSITION",
    });
  });
});

describe("Storage", () => {
  const visible = (actor: string | null) =>
    sql.begin(async (tx) => {
      await tx`select set_config('role', ${actor ? "authenticated" : "anon"}, true),
        set_config('request.jwt.claims', ${actor ? JSON.stringify({ sub: actor, role: "authenticated" }) : ""}, true)`;
      return tx`select name from storage.objects`;
    });

  it("lets a stranger's key neither write nor read, and being asked gives nobody a right on a table", async () => {
    const ask = (method: string, path: string) =>
      fetch(new URL(`/storage/v1/object/${path}`, process.env.NEXT_PUBLIC_SUPABASE_URL), {
        method,
        headers: { apikey: PUBLISHABLE_KEY, "Content-Type": "application/pdf" },
        ...(method === "POST" && { body: "%PDF-" }),
      });
    for (const bucket of ["papers", "proofs", "pictures"]) {
      expect((await ask("POST", `${bucket}/x.pdf`)).ok).toBe(false);
    }
    expect((await ask("GET", "papers/x.pdf")).ok).toBe(false);
    const [rights] =
      await sql`select has_table_privilege('anon', 'public.application_papers', 'select, insert, update, delete') as any`;
    expect(rights).toEqual({ any: false });
  });

  it("shows its rows to nobody, and has the three buckets as the code expects them", async () => {
    await sql`insert into storage.objects (bucket_id, name) values ('papers', ${`${operator}/x.pdf`}), ('pictures', ${`${operator}/x.png`})`;
    for (const actor of [null, await person("customer"), operator]) {
      expect([...(await visible(actor))]).toEqual([]);
    }
    const buckets = await sql`select id, public from storage.buckets order by id`;
    expect([...buckets]).toEqual([
      { id: "papers", public: false },
      { id: "pictures", public: true },
      { id: "proofs", public: false },
    ]);
    await sql`delete from storage.objects where name like ${`${operator}/%`}`;
  });

  it("is told which files have no use: those without a row, a day old", async () => {
    const applicant = await person("customer");
    const { id, file } = await add(applicant);
    const { file: late } = await announce(applicant, { kind: "other" });
    const lost = `${applicant}/${operator}.pdf`;
    await sql`insert into storage.objects (bucket_id, name, created_at)
      select 'papers', name, now() - interval '2 days' from unnest(${[file, late, lost]}::text[]) as name`;
    await sql`update public.application_papers set created_at = now() - interval '2 days' where applicant_id = ${applicant}`;
    const useless = await call<string[]>(SERVICE, "purge_papers");
    expect(useless).toContain(lost);
    expect(useless).toContain(late);
    expect(useless).not.toContain(file);
    await sql`update public.application_papers set created_at = now() - interval '31 days' where id = ${id}`;
    expect(await call<string[]>(SERVICE, "purge_papers")).toContain(file);
    await sql`delete from storage.objects where name like ${`${applicant}/%`}`;
  });
});
