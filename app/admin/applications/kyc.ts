// Check digits of what an applicant wrote: they catch a slip of the pen, not a lie. Formats are the API's business.

/** Whether an IBAN's check digits hold (ISO 13616, modulo 97). */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** Whether a tax number is well formed: a company's VKN of ten digits or a person's TCKN of eleven. */
export function isTaxNumber(number: string): boolean {
  if (!/^\d{10,11}$/.test(number)) return false;
  const digits = Array.from(number, Number);
  return digits.length === 10 ? isVkn(digits) : isTckn(digits);
}

function isVkn(digits: readonly number[]): boolean {
  const sum = digits.slice(0, 9).reduce((total, digit, place) => {
    const shifted = (digit + 9 - place) % 10;
    return total + (shifted === 0 ? 0 : (shifted * 2 ** (9 - place)) % 9 || 9);
  }, 0);
  return (10 - (sum % 10)) % 10 === digits[9];
}

function isTckn(digits: readonly number[]): boolean {
  const sum = (from: number, to: number, step: number) =>
    digits.slice(from, to).reduce((total, digit, place) => (place % step === 0 ? total + digit : total), 0);
  const tenth = (((sum(0, 9, 2) * 7 - sum(1, 8, 2)) % 10) + 10) % 10;
  return digits[0] !== 0 && tenth === digits[9] && sum(0, 10, 1) % 10 === digits[10];
}

/** An IBAN in groups of four, as it is printed. */
export function groupedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}

/** Whether two phone numbers are the same line, however they are written. */
export function samePhone(a: string | null, b: string | null): boolean {
  const line = (phone: string | null) => (phone ?? "").replace(/\D/g, "").slice(-10);
  return line(a) !== "" && line(a) === line(b);
}
