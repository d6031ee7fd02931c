// A menu's file, both ways: what is written is read as it was, and what people's spreadsheets make of it is read or refused, never guessed.
import { describe, expect, it } from "vitest";
import type { MenuExport } from "./menu-desk";
import { readMenuFile, writeMenuFile } from "./menu-file";

const BRANCH = "3f2b8a54-58c2-4a53-9b8e-0d7a7f6f1c11";
const PRODUCT = "9d0a6a3a-1c4e-4d1e-8a43-2b7d6a5e4f22";
const menu = (product: Partial<MenuExport["products"][number]> = {}): MenuExport => ({
  branches: [{ id: BRANCH, name: "Moda" }],
  products: [
    {
      id: PRODUCT,
      category: "Çorbalar",
      name: "İşkembe; 1,5 porsiyon",
      description: 'Sarımsaklı, "acılı"\nve sirkeli',
      price_minor: 12_550,
      available: true,
      stock: { [BRANCH]: 7 },
      ...product,
    },
  ],
});
const written = (file: MenuExport, lang: "tr" | "en" = "tr") => writeMenuFile(file, lang).text ?? "";
const problems = (csv: string) => readMenuFile(csv).refused.map(({ problems: found }) => found);
const line = (csv: string) => readMenuFile(csv).lines[0];

describe("a file as it was written", () => {
  it.each(["tr", "en"] as const)("in %s is read as the same menu", (lang) => {
    expect(readMenuFile(written(menu(), lang))).toEqual({
      refused: [],
      lines: [
        {
          line: 2,
          id: PRODUCT,
          category: "Çorbalar",
          name: "İşkembe; 1,5 porsiyon",
          description: 'Sarımsaklı, "acılı"\nve sirkeli',
          price_minor: 12_550,
          available: true,
          stock: { [BRANCH]: 7 },
        },
      ],
    });
  });

  it("has a mark for Excel, semicolons and decimal commas in Turkish, and commas and points in English", () => {
    expect(written(menu()).startsWith("\uFEFFid;kategori;ürün;açıklama;fiyat;satışta;stok Moda #")).toBe(
      true,
    );
    expect(written(menu())).toContain(";125,50;evet;7");
    expect(written(menu(), "en")).toContain(",125.50,yes,7");
  });

  it("runs nothing in a spreadsheet, and is read without what prevented it", () => {
    const text = written(menu({ name: "=HYPERLINK(1)", description: "@SUM(A1)" }));
    expect(text).toContain(";'=HYPERLINK(1);'@SUM(A1);");
    expect(line(text)).toMatchObject({ name: "=HYPERLINK(1)", description: "@SUM(A1)" });
  });

  it("says unlimited where nothing is counted", () => {
    expect(line(written(menu({ stock: { [BRANCH]: null } })))?.stock).toEqual({ [BRANCH]: null });
  });
});

describe("a file that people changed", () => {
  it.each([
    ["125,5", 12_550],
    ["125.50", 12_550],
    ["1.250,50", 125_050],
    ["1,250.50", 125_050],
    ["₺ 80", 8000],
    ["80 TL", 8000],
  ])("with the price %s means %i", (price, minor) => {
    expect(line(`product;price\nÇay;"${price}"`)).toMatchObject({ price_minor: minor });
  });

  it.each(["-5", "1.2.3", "on", "12,345,6", "99999999"])(
    "with the price %s is refused in that line",
    (price) => {
      expect(problems(`product;price\nÇay;"${price}"`)).toEqual([["price_invalid"]]);
    },
  );

  it("with headings in capitals, in either language and with tabs is read", () => {
    expect(line("ÜRÜN\tFİYAT\tSATIŞTA\nÇay\t10\tHAYIR")).toEqual({
      line: 2,
      name: "Çay",
      price_minor: 1000,
      available: false,
    });
    expect(line(`ID,AVAILABLE\n${PRODUCT},EVET`)).toEqual({ line: 2, id: PRODUCT, available: true });
  });

  it("leaves what has no column, empties a description, and counts rows as the spreadsheet does", () => {
    expect(readMenuFile("product;description\nÇay;\n;\n\nKahve;Sade").lines).toEqual([
      { line: 2, name: "Çay", description: "" },
      { line: 5, name: "Kahve", description: "Sade" },
    ]);
  });

  it("names everything that is wrong with a line", () => {
    const heading = `id;product;price;available;stok Moda #${BRANCH}`;
    expect(problems(`${heading}\nx;${"a".repeat(121)};y;belki;-1;more`)).toEqual([
      [
        "too_many_cells",
        "id_invalid",
        "text_too_long",
        "price_invalid",
        "available_invalid",
        "stock_invalid",
      ],
    ]);
  });

  it.each([
    ["nothing known", "product;bar\n1;2", "unknown_heading", 2],
    ["no product", "price\n1", "no_product", 1],
    ["a column twice", "price;product;ürün\n1;Çay;Çay", "heading_twice", 3],
    ["a quote that never ends", 'product\n"Çay', "no_table", 2],
    ["no text", "\uFEFF", "no_product", 1],
  ])("with %s is refused whole, without repeating what is in it", (_, csv, problem, number) => {
    expect(() => readMenuFile(csv)).toThrow(
      expect.objectContaining({
        code: "VALIDATION_ERROR",
        details: { problem, number, csv: [expect.not.stringMatching(/bar|Çay/)] },
      }),
    );
  });
});
