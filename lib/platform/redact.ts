// Keeps secrets and personal data out of what is written down: by the name of a field at any depth, and by the look of a text. What neither
// gives away (a name, a street in a sentence) must not be logged in the first place.

const HIDDEN = "[redacted]";
const DEEPEST = 8; // also what ends a circle
const MOST_ENTRIES = 100; // of one object or array
const LONGEST = 8192; // characters of one text, a stack among them

const SECRET =
  "(?:[\\w-]*(?:token|secret|passw(?:or)?d|parola|sifre|cookie|authorization|api[_-]?key|credential|signature))|kapgel_access|kapgel_refresh|jwt";
const PERSONAL =
  "[\\w-]*(?:e[_-]?mail|phone|telephone|gsm|address|iban)(?:[_-]?(?:text|line|number|\\d))?|(?:full|first|last)[_-]?name|lat|lng";
const CARD =
  "(?:card|pan|credit[_-]?card)(?:[_-]?(?:number|no))?|cvc|cvv|(?:card[_-]?)?exp(?:iry)?(?:[_-]?(?:month|year))?";
const NAMES = `(?:${SECRET}|${PERSONAL}|${CARD})`;
const HIDDEN_FIELD = new RegExp(`^${NAMES}s?$`, "i");

// name=value and "name": "value" inside a text, its quotes escaped or not. A variable's name and a sentence about it are no such pair.
const PAIR = new RegExp(
  `(?<![\\w-])(\\\\*["']?${NAMES}s?\\\\*["']?\\s*[=:]\\s*)(?:(\\\\*["'])(?:(?!\\2).)*\\2|(?:\\[redacted\\]|[^\\s,;&"'}\\]])+)`,
  "gis",
);
const VARIABLE = /^[A-Z_]+: $/;
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  [/\b(cookie:\s*)[^\r\n]+/gi, `$1${HIDDEN}`],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, HIDDEN], // a JWT
  [/\b(?:sb_secret|[sr]k_(?:live|test)|whsec|xox[a-z])[_-][\w-]+/g, HIDDEN],
  // Who a URL signs in as, and e-mail addresses; those of example.com are our own sentences'.
  [/(:\/\/)(?!user:password@)[^\s/@:]*:[^\s/@]*@/g, `$1${HIDDEN}@`],
  [/(?<![\w.+-])[\w.+-]{1,64}(?:@|%40)(?!(?:\w+\.)?example\.com)[\w-]+(?:\.[\w-]+)+/g, HIDDEN],
  [/(?<![\w-])TR\d{2}(?: ?\d{4}){5} ?\d{2}(?!\w)/g, HIDDEN], // an IBAN
  [/(?<![\w.-])(?:\+|00)\d(?:[ ().-]{0,2}\d){8,14}(?![\w-])/g, HIDDEN], // a telephone number, as abroad
  [/(?<![\w.-])(?:90[ -]?)?\(?0?5\d{2}\)?(?:[ .-]?\d){7}(?![\w-])/g, HIDDEN], // and as in Türkiye
];
const DIGITS = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g;
// Most texts are ids, names and routes: one look spares them all the others.
const SUSPICIOUS = /[@=:"%]|\d[\d ().-]{8}|bearer|basic|eyJ|[srx][bko][_k]|whsec/i;

/** A text without what looks like a secret, an e-mail address, or the number of a telephone, a card or an account. */
export function redactedText(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const plain = LOOKS.reduce((left, [look, instead]) => left.replace(look, instead), short);
  const unpaired = plain.replace(PAIR, (pair, name: string) => (VARIABLE.test(name) ? pair : name + HIDDEN));
  return unpaired.replace(DIGITS, (digits) => (isCardNumber(digits) ? HIDDEN : digits));
}

/** A copy of `fields` to be written down: plain values, as deep and as long as is useful, without secrets and personal data. */
export function redacted(fields: Record<string, unknown>): Record<string, unknown> {
  return ofObject(fields, 0);
}

function ofObject(fields: object, depth: number): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(fields).slice(0, MOST_ENTRIES)) {
    const value = read(fields, name);
    copy[redactedText(name)] =
      HIDDEN_FIELD.test(name) && value !== null && value !== undefined ? HIDDEN : ofValue(value, depth);
  }
  return copy;
}

function ofValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return ofText(value, depth);
  if (typeof value === "number" || typeof value === "bigint") {
    return value > 1e14 && isCardNumber(String(value))
      ? HIDDEN
      : typeof value === "bigint"
        ? String(value)
        : value;
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return "[deeper]";
  if (value instanceof Error) return ofError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof URL) return redactedText(value.href);
  if (Array.isArray(value) || value instanceof Set) {
    return [...value].slice(0, MOST_ENTRIES).map((entry) => ofValue(entry, depth + 1));
  }
  const entries = value instanceof Map || value instanceof Headers ? Object.fromEntries(value) : value;
  return ofObject(entries, depth + 1);
}

// JSON in a text is looked into as if it were no text.
function ofText(text: string, depth: number): string {
  if (/^\s*[[{]/.test(text) && text.length <= LONGEST && depth < DEEPEST) {
    try {
      return JSON.stringify(ofValue(JSON.parse(text), depth + 1));
    } catch {
      // a text that only begins like JSON
    }
  }
  return redactedText(text);
}

function ofError(error: Error, depth: number): Record<string, unknown> {
  return {
    ...ofObject(error, depth + 1),
    name: error.name,
    message: redactedText(error.message),
    stack: redactedText(error.stack ?? ""),
    ...(error.cause === undefined ? {} : { cause: ofValue(error.cause, depth + 1) }),
  };
}

function read(fields: object, name: string): unknown {
  try {
    return (fields as Record<string, unknown>)[name];
  } catch {
    return "[unreadable]";
  }
}

// Luhn's check: one number in ten that is no card's passes it too, which costs a log no more than that number.
function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]) * (place % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
