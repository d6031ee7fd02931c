// The menu as a spreadsheet's file, both ways. Written in Turkish it has semicolons and decimal commas, as Excel expects there; read, it may have
// either language's headings, either separator and either decimal mark.
import { CsvError, parse } from "csv-parse/sync";
import { parseMoney } from "@/lib/format/money";
import { ApiError } from "@/lib/platform/errors";
import { csv, decimal } from "@/lib/platform/http/csv";
import { isId } from "@/lib/platform/http/fields";
import type { ImportLine, MenuExport } from "./menu-desk";

type Language = "tr" | "en";

const HEADINGS = {
  id: { tr: "id", en: "id" },
  category: { tr: "kategori", en: "category" },
  name: { tr: "ürün", en: "product" },
  description: { tr: "açıklama", en: "description" },
  price: { tr: "fiyat", en: "price" },
  available: { tr: "satışta", en: "available" },
} as const;
type Column = keyof typeof HEADINGS;
const STOCK = { tr: "stok", en: "stock" } as const;
const YES = { tr: "evet", en: "yes" } as const;
const NO = { tr: "hayır", en: "no" } as const;
const UNLIMITED = { tr: "sınırsız", en: "unlimited" } as const;

const LONGEST = { category: 80, name: 120, description: 1000 } as const; // characters, as the tables have it
const HIGHEST_PRICE_MINOR = 100_000_000;
const MOST_STOCK = 1_000_000;

/** A line as the database plans it. What is absent stays as it is. */
export type FileLine = {
  line: number;
  id?: string;
  category?: string;
  name?: string;
  description?: string;
  price_minor?: number;
  available?: boolean;
  /** By branch; null is unlimited. */
  stock?: Record<string, number | null>;
};
type Problem = ImportLine["problems"][number];
export type ReadFile = { lines: FileLine[]; refused: { line: FileLine; problems: Problem[] }[] };

/** The menu as a CSV answer, one column of stock for each branch. */
export function writeMenuFile({ branches, products }: MenuExport, lang: Language) {
  const headings = [
    ...Object.values(HEADINGS).map((heading) => heading[lang]),
    ...branches.map(({ id, name }) => `${STOCK[lang]} ${name} #${id}`),
  ];
  const rows = products.map(({ stock, ...product }) => [
    product.id,
    product.category,
    product.name,
    product.description,
    lang === "tr" ? decimal(product.price_minor).replace(".", ",") : decimal(product.price_minor),
    (product.available ? YES : NO)[lang],
    ...branches.map(({ id }) => stock[id] ?? UNLIMITED[lang]),
  ]);
  return csv("kapgel-menu", headings, rows, lang === "tr" ? ";" : ",");
}

/**
 * A file's lines, those that can be read and those that cannot, with the reasons. Lines are numbered as a spreadsheet numbers its rows.
 * @throws ApiError VALIDATION_ERROR on `csv` for what is no table, or has a heading that is missing, unknown or there twice; `details.problem`
 *   says which, `details.number` in which line or column
 */
export function readMenuFile(text: string): ReadFile {
  const [head = [], ...rows] = records(text);
  const columns = head.map(columnOf);
  if (!columns.includes("name") && !columns.includes("id")) {
    const message = `The first line must name the columns, ${HEADINGS.id.en} or ${HEADINGS.name.en} among them.`;
    throw unfit("no_product", 1, message);
  }
  const twice = columns.findIndex((column, place) => columns.indexOf(column) !== place);
  if (twice >= 0) throw unfit("heading_twice", twice + 1, `Column ${twice + 1} is there a second time.`);
  const file: ReadFile = { lines: [], refused: [] };
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const { line, problems } = readLine(index + 2, columns, cells);
    if (problems.length > 0) file.refused.push({ line, problems });
    else file.lines.push(line);
  }
  return file;
}

function records(text: string): string[][] {
  const [first = ""] = text.split(/\r?\n/, 1);
  const delimiter = [";", "\t", ","].find((mark) => first.includes(mark)) ?? ",";
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    throw unfit(
      "no_table",
      line,
      `Line ${line} is no line of a table: look for a quotation mark too many or too few.`,
    );
  }
}

// The texts of a file are not repeated: what went wrong is a code, and a number of a line or column.
const unfit = (problem: string, number: number, message: string) =>
  new ApiError("VALIDATION_ERROR", message, { csv: [message], problem, number });

// Turkish capitals survive neither lower-casing nor a spreadsheet: İ, I, ı and i are one letter here.
const fold = (text: string) => text.trim().toLowerCase().replaceAll("\u0307", "").replaceAll("ı", "i");
const isWord = (cell: string, ...words: string[]) => words.some((word) => fold(word) === fold(cell));

/** A heading's column, or `stock:` and the branch's id. */
function columnOf(heading: string, place: number): Column | `stock:${string}` {
  const [name] = Object.entries(HEADINGS).find(([key, { tr, en }]) => isWord(heading, key, tr, en)) ?? [];
  if (name) return name as Column;
  const branch = /#(\S+)\s*$/.exec(heading)?.[1] ?? "";
  if (isId(branch)) return `stock:${branch.toLowerCase()}`;
  throw unfit("unknown_heading", place + 1, `Column ${place + 1} has a heading that is not known.`);
}

function readLine(number: number, columns: ReturnType<typeof columnOf>[], cells: string[]) {
  const line: FileLine = { line: number };
  const problems = new Set<Problem>();
  if (cells.slice(columns.length).some((cell) => cell.trim() !== "")) problems.add("too_many_cells");
  for (const [place, column] of columns.entries()) {
    const cell = plain(cells[place] ?? "").trim();
    if (column === "description") {
      line.description = cell;
      if (cell.length > LONGEST.description) problems.add("text_too_long");
    } else if (cell !== "") {
      const problem = column.startsWith("stock:")
        ? readStock(line, column.slice(6), cell)
        : READ[column as Column](line, cell);
      if (problem) problems.add(problem);
    }
  }
  return { line, problems: [...problems] };
}

const READ: Record<Column, (line: FileLine, cell: string) => Problem | undefined> = {
  id: (line, cell) => {
    if (!isId(cell)) return "id_invalid";
    line.id = cell;
  },
  category: (line, cell) => {
    line.category = cell;
    if (cell.length > LONGEST.category) return "text_too_long";
  },
  name: (line, cell) => {
    line.name = cell;
    if (cell.length > LONGEST.name) return "text_too_long";
  },
  description: () => undefined, // may be emptied, so it is read apart
  price: (line, cell) => {
    const minor = parseMoney(cell);
    if (minor === null || minor > HIGHEST_PRICE_MINOR) return "price_invalid";
    line.price_minor = minor;
  },
  available: (line, cell) => {
    const yes = isWord(cell, YES.tr, YES.en, "1", "true");
    if (!yes && !isWord(cell, NO.tr, NO.en, "0", "false")) return "available_invalid";
    line.available = yes;
  },
};

function readStock(line: FileLine, branch: string, cell: string): Problem | undefined {
  const count = isWord(cell, UNLIMITED.tr, UNLIMITED.en, "∞") ? null : Number(cell);
  if (count !== null && !(/^\d{1,7}$/.test(cell) && count <= MOST_STOCK)) return "stock_invalid";
  line.stock = { ...line.stock, [branch]: count };
}

// The apostrophe that keeps a spreadsheet from running a text is not part of it.
const plain = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
