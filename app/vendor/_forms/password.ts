// First passwords: random, and easy to read out over a counter.

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // 31, without the ones taken for another (l/1, o/0, i)
const LENGTH = 12; // 59 bits
const FAIR = 256 - (256 % LETTERS.length); // bytes above would favour the first letters

/** Twelve random letters and digits in groups of four: "k7mp-x2ra-9tqe". */
export function newPassword(): string {
  let text = "";
  while (text.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < FAIR && text.length < LENGTH) text += LETTERS[byte % LETTERS.length];
    }
  }
  return text.replace(/(.{4})(?=.)/g, "$1-");
}
