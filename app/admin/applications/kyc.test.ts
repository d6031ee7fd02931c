import { expect, it } from "vitest";
import { groupedIban, isIban, isTaxNumber, samePhone } from "./kyc";

it("knows an IBAN whose check digits hold, and one whose do not", () => {
  expect(isIban("TR330006100519786457841326")).toBe(true);
  expect(isIban("TR330006100519786457841327")).toBe(false);
  expect(isIban("33")).toBe(false);
});

it("knows a company's tax number", () => {
  expect(isTaxNumber("4812059371")).toBe(true);
  expect(isTaxNumber("4812059372")).toBe(false);
});

it("knows a person's number", () => {
  expect(isTaxNumber("10000000146")).toBe(true);
  expect(isTaxNumber("10000000147")).toBe(false);
  expect(isTaxNumber("00000000000")).toBe(false);
});

it("prints an IBAN in fours", () => {
  expect(groupedIban("TR330006100519786457841326")).toBe("TR33 0006 1005 1978 6457 8413 26");
});

it("compares phone numbers by their line", () => {
  expect(samePhone("+90 555 050 50 01", "0555 0505001")).toBe(true);
  expect(samePhone(null, null)).toBe(false);
});
