// A menu changed in the large: many products in one transaction, in another order, from a file whose check is what is applied.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, refusal, sql } from "./database.ts";
import { city, leaveTown, product, type Shop, shop } from "./shops.ts";
import { setStock, stockOf, tally } from "./world.ts";

type Line = {
  line: number;
  verdict: string;
  problems: string[];
  changes: Record<string, { from?: unknown; to: unknown }>;
};
type Result = { token: string; applied: boolean; lines: Line[] };
type Edited = {
  data: { id: string; version: number; price_minor: number; position: number; category_id: string }[];
};

let mine: Shop;
let theirs: Shop;
beforeAll(async () => {
  const town = await city();
  [mine, theirs] = [await shop(town, "Bizim Lokanta"), await shop(town, "Onların Lokantası")];
});
afterAll(leaveTown);

const own = <T = Result>(name: string, args?: Record<string, unknown>) => call<T>(mine.ownerId, name, args);
const check = (...lines: object[]) => own("import_menu", { body: { lines } });
const apply = (token: string, ...lines: object[]) => own("import_menu", { body: { lines, token } });
const shelf = async (name: string) => {
  const [row] =
    await sql`insert into public.categories (vendor_id, name) values (${mine.vendorId}, ${name}) returning id`;
  return row?.id as string;
};
const stocked = async (category: string, ...names: string[]) => {
  const ids: string[] = [];
  for (const [position, name] of names.entries()) {
    const [row] = await sql`insert into public.products (vendor_id, category_id, name, price_minor, position)
      values (${mine.vendorId}, ${category}, ${name}, 1000, ${position}) returning id`;
    ids.push(row?.id);
  }
  return ids;
};
const namesIn = async (category: string) =>
  (await sql`select name from public.products where category_id = ${category} order by position, id`).map(
    ({ name }) => name,
  );
const rowOf = async (id: string) =>
  (
    await sql`select name, description, price_minor::int, available, version from public.products where id = ${id}`
  )[0];

describe("a file", () => {
  it("says what each line would do, and does nothing", async () => {
    const id = await product(mine.vendorId, "Mercimek");
    const { token, applied, lines } = await check(
      { line: 2, id, price_minor: 12_345 },
      { line: 3, id: await product(mine.vendorId, "Ezogelin"), name: "Ezogelin" },
      { line: 4, category: "Yeni raf", name: "Yayla", price_minor: 9000 },
      { line: 5, id: theirs.vendorId, name: "Kimin" },
      { line: 6, name: "Fiyatsız" },
    );
    expect({ applied, token: token.length }).toEqual({ applied: false, token: 64 });
    expect(lines.map(({ verdict }) => verdict)).toEqual(["change", "leave", "add", "refuse", "refuse"]);
    expect(lines[0]?.changes).toEqual({ price_minor: { from: 10_000, to: 12_345 } });
    expect(lines[3]?.problems).toEqual(["unknown_product"]);
    expect(lines[4]?.problems).toEqual(["category_missing", "price_missing"]);
    expect(await rowOf(id)).toMatchObject({ price_minor: 10_000, version: 1 });
    expect(
      await sql`select from public.categories where vendor_id = ${mine.vendorId} and name = 'Yeni raf'`,
    ).toHaveLength(0);
  });

  it("is applied whole: products, new categories and stock; taken again it changes nothing", async () => {
    const id = await product(mine.vendorId, "Kısır");
    await setStock(mine.branchId, id, 4);
    const lines = [
      { line: 2, id, description: "Naneli", available: false, stock: { [mine.branchId]: 9 } },
      { line: 3, category: "Tatlılar", name: "Künefe", price_minor: 15_050, stock: { [mine.branchId]: 2 } },
      { line: 4, category: "Tatlılar", name: "Sütlaç", price_minor: 8000, stock: { [mine.branchId]: null } },
    ];
    const { token } = await check(...lines);
    expect(await apply(token, ...lines)).toMatchObject({ applied: true });
    expect(await rowOf(id)).toMatchObject({
      name: "Kısır",
      description: "Naneli",
      available: false,
      version: 2,
    });
    expect(await stockOf(mine.branchId, id)).toBe(9);
    const made =
      await sql`select p.id, p.name, p.price_minor::int from public.products p join public.categories k on k.id = p.category_id
      where k.vendor_id = ${mine.vendorId} and k.name = 'Tatlılar' order by p.position`;
    expect(made.map(({ name, price_minor }) => [name, price_minor])).toEqual([
      ["Künefe", 15_050],
      ["Sütlaç", 8000],
    ]);
    expect(await stockOf(mine.branchId, made[0]?.id)).toBe(2);
    expect((await check(...lines)).lines.map(({ verdict }) => verdict)).toEqual(["leave", "leave", "leave"]);
  });

  it("whose menu changed since the check is refused, and nothing of it is done", async () => {
    const [first, second] = [await product(mine.vendorId, "Pilav"), await product(mine.vendorId, "Bulgur")];
    const lines = [
      { line: 2, id: first, price_minor: 1 },
      { line: 3, id: second, price_minor: 2 },
    ];
    const { token } = await check(...lines);
    await own("update_product", { product_id: second, patch: { price_minor: 777 } });
    expect(await refusal(apply(token, ...lines))).toMatchObject({ status: "409", code: "VERSION_CONFLICT" });
    expect(await rowOf(first)).toMatchObject({ price_minor: 10_000 });
  });

  it("confirmed twice at once is applied once", async () => {
    const lines = [{ line: 2, category: "İkiz", name: "İkiz köfte", price_minor: 100 }];
    const { token } = await check(...lines);
    expect(await tally([1, 2, 3].map(() => apply(token, ...lines)))).toEqual({ ok: 1, VERSION_CONFLICT: 2 });
    expect(
      await sql`select from public.products where vendor_id = ${mine.vendorId} and name = 'İkiz köfte'`,
    ).toHaveLength(1);
  });

  it("with one refused line is not applied at all", async () => {
    const lines = [
      { line: 2, category: "Boş", name: "Girmez", price_minor: 100 },
      { line: 3, name: "Rafsız", price_minor: 1 },
    ];
    const { token } = await check(...lines);
    expect(await refusal(apply(token, ...lines))).toMatchObject({
      status: "400",
      details: { csv: expect.any(Array) },
    });
    expect(
      await sql`select from public.products where vendor_id = ${mine.vendorId} and name = 'Girmez'`,
    ).toHaveLength(0);
  });

  it("that names a product twice, or another vendor's branch, is refused", async () => {
    const id = await product(mine.vendorId, "Çift");
    const { lines } = await check({ line: 2, id, price_minor: 1 }, { line: 3, id, price_minor: 2 });
    expect(lines.map(({ problems }) => problems)).toEqual([["twice"], ["twice"]]);
    expect(await refusal(check({ line: 2, id, stock: { [theirs.branchId]: 1 } }))).toMatchObject({
      status: "404",
    });
  });

  it("would not make a fifty-first category", async () => {
    const names = Array.from({ length: 51 }, (_, n) => ({
      line: n + 2,
      category: `Raf ${n}`,
      name: "Ürün",
      price_minor: 1,
    }));
    const { lines } = await call<Result>(theirs.ownerId, "import_menu", { body: { lines: names } });
    expect(lines.filter(({ verdict }) => verdict === "refuse").map(({ problems }) => problems)).toEqual([
      ["too_many_categories"],
    ]);
  });

  it("of two thousand products is taken within a statement's time", async () => {
    const big = await shop(await city(), "Büyük Market");
    const lines = Array.from({ length: 2000 }, (_, n) => ({
      line: n + 2,
      category: `Raf ${n % 40}`,
      name: `Ürün ${n}`,
      price_minor: 100 + n,
      stock: { [big.branchId]: n },
    }));
    const imports = (body: object) => call<Result>(big.ownerId, "import_menu", { body });
    const { token } = await imports({ lines });
    const began = Date.now();
    await imports({ lines, token });
    expect(Date.now() - began).toBeLessThan(8000); // Postgres ends a request's statement then
    const { products } = await call<{ products: unknown[] }>(big.ownerId, "export_menu");
    expect(products).toHaveLength(2000);
    expect(await refusal(imports({ lines: [...lines, { line: 2002 }] }))).toMatchObject({ status: "400" });
  });
});

describe("many products", () => {
  it("are changed together, and back", async () => {
    const category = await shelf("Izgara");
    const ids = await stocked(category, "Köfte", "Şiş", "Pirzola");
    const edit = (products: object[]) => own<Edited>("edit_products", { body: { products } });
    const { data } = await edit(ids.map((id) => ({ id, version: 1, price_minor: 1100 })));
    expect(data.map(({ price_minor, version }) => [price_minor, version])).toEqual(Array(3).fill([1100, 2]));
    const back = await edit(ids.map((id) => ({ id, version: 2, price_minor: 1000 })));
    expect(back.data.every(({ price_minor }) => price_minor === 1000)).toBe(true);
  });

  it("are none of them changed when one was changed meanwhile, or is another vendor's", async () => {
    const [known = "", stale = ""] = await stocked(await shelf("Çorba"), "Ezo", "Tarhana");
    await own("update_product", { product_id: stale, patch: { name: "Tarhana çorbası" } });
    const products = [
      { id: known, version: 1, price_minor: 5 },
      { id: stale, version: 1, price_minor: 5 },
    ];
    expect(await refusal(own("edit_products", { body: { products } }))).toMatchObject({
      code: "VERSION_CONFLICT",
      details: { current: [{ id: stale, version: 2 }] },
    });
    const foreign = [
      { id: known, price_minor: 5 },
      { id: await product(theirs.vendorId, "Yabancı"), price_minor: 5 },
    ];
    expect(await refusal(own("edit_products", { body: { products: foreign } }))).toMatchObject({
      status: "404",
    });
    expect(await rowOf(known)).toMatchObject({ price_minor: 1000, version: 1 });
  });

  it("move to a category's end in their order", async () => {
    const [from, to] = [await shelf("Eski"), await shelf("Yeni")];
    const [a, b] = await stocked(from, "A", "B");
    await stocked(to, "C");
    await own("edit_products", {
      body: {
        products: [
          { id: b, category_id: to },
          { id: a, category_id: to },
        ],
      },
    });
    expect(await namesIn(to)).toEqual(["C", "A", "B"]);
  });

  it("stand where they were put, whoever moves them at once", async () => {
    const category = await shelf("Sıra");
    const [a = "", b = "", c = "", d = ""] = await stocked(category, "A", "B", "C", "D");
    const put = (product_id: string, before: string | null) =>
      own("place_product", { product_id, body: { before } });
    await put(d, b);
    expect(await namesIn(category)).toEqual(["A", "D", "B", "C"]);
    await put(a, null);
    expect(await namesIn(category)).toEqual(["D", "B", "C", "A"]);
    expect(await tally([put(a, b), put(b, null), put(c, d), put(d, a), put(c, null)])).toEqual({ ok: 5 });
    expect((await namesIn(category)).toSorted()).toEqual(["A", "B", "C", "D"]);
    expect((await rowOf(a))?.version).toBe(1);
    expect(await refusal(put(a, await product(theirs.vendorId, "Yabancı")))).toMatchObject({ status: "404" });
  });
});

it("categories are put in order whole, and not while somebody adds one", async () => {
  const one = await shop(await city());
  for (const name of ["Birinci", "İkinci", "Üçüncü"])
    await call(one.ownerId, "save_category", { body: { name } });
  const list = () => call<{ data: { id: string; name: string }[] }>(one.ownerId, "list_categories");
  const ids = (await list()).data.map(({ id }) => id).reverse();
  const arrange = (all: string[]) => call(one.ownerId, "arrange_categories", { body: { ids: all } });
  await arrange(ids);
  expect((await list()).data.map(({ name }) => name)).toEqual(["Üçüncü", "İkinci", "Birinci"]);
  expect(await refusal(arrange(ids.slice(1)))).toMatchObject({ code: "VERSION_CONFLICT" });
});
