// The sandbox bank's cards. A number becomes a token here, in the browser, as a provider's own form would make it: our server
// sees tokens only.

/** Cards that behave in a known way; any other valid number is `tok_ok`. */
export const TEST_CARDS = [
  { number: "4242424242424242", token: "tok_ok" },
  { number: "4000000000000002", token: "tok_declined" },
  { number: "4000000000009995", token: "tok_insufficient" },
  { number: "4000002500003155", token: "tok_challenge" },
  { number: "4000000000000119", token: "tok_timeout" },
  { number: "4000000000000077", token: "tok_late" },
  { number: "4000000000000259", token: "tok_twice" },
] as const;

/** The token of a card number, whatever its spacing; null when it is no card number. */
export function tokenOf(number: string): string | null {
  const digits = number.replace(/\D/g, "");
  if (digits.length < 13 || digits.length > 19 || !passesLuhn(digits)) return null;
  return TEST_CARDS.find((card) => card.number === digits)?.token ?? "tok_ok";
}

/** The check digit of ISO/IEC 7812: it catches every single wrong digit and most swapped neighbours. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum > 0 && sum % 10 === 0;
}
