// What the app says, in the reader's language: journeys ask for a text by its key, so that a text that changes changes them too.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createTranslator } from "next-intl";
import { TIME_ZONE } from "../../lib/format/time.ts";
import type { Messages } from "../../lib/platform/i18n.ts";
import type { Locale } from "../../lib/platform/locales.ts";

export type Words = ReturnType<typeof wordsIn>;

/** The texts of a language, as a function of their keys: `say("shop.checkout.place")`. */
export function wordsIn(locale: Locale) {
  const folder = resolve(import.meta.dirname, "../../messages", locale);
  const files = readdirSync(folder).map((file) => [
    file.replace(/\.json$/, ""),
    JSON.parse(readFileSync(join(folder, file), "utf8")),
  ]);
  return createTranslator({
    locale,
    messages: Object.fromEntries(files) as Messages,
    timeZone: TIME_ZONE,
    onError: (error) => {
      throw error; // a key that is not there must not become the text to look for
    },
  });
}

/** A text as the beginning of a name, whatever follows it: an amount, a number. */
export const begins = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
