// Tables for spreadsheets: RFC 4180 with a byte-order mark, so that Turkish letters survive Excel.
import type { Answer } from "./answer";

type Cell = string | number | null;

/**
 * 200 with a CSV file. `rows` are records of equal keys in the order of `columns`.
 * @param separator a semicolon where a comma is what stands before decimals
 */
export function csv(
  name: string,
  columns: readonly string[],
  rows: Cell[][],
  separator: "," | ";" = ",",
): Answer {
  const lines = [columns, ...rows].map((row) => row.map((cell) => field(cell, separator)).join(separator));
  return {
    status: 200,
    text: `\uFEFF${lines.join("\r\n")}\r\n`,
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  };
}

/** Minor units as a decimal number with a point: 12550 → "125.50". */
export function decimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

// A text that a spreadsheet would run as a formula is made plain by an apostrophe (CWE-1236); our own numbers are not texts of others.
function field(cell: Cell, separator: string): string {
  const text = cell === null ? "" : String(cell);
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const plain = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return plain.includes(separator) || /["\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
