// A notification in words, the same in the bell, a toast and a push.
import { createTranslator } from "next-intl";
import type messages from "../../messages/tr/notifications.json";
import { formatMoney } from "../format/money";
import type { Locale } from "../platform/locales";
import type { Told } from "./schema";

export type Words = typeof messages;

/** The texts about notifications in a language, as a function of their keys. */
export function translatorOf(locale: Locale, messages: Words) {
  return createTranslator({ locale, messages });
}

/** Title and one sentence, in the language of `messages`. */
export function saidOf(
  { kind, audience, data }: Told,
  locale: Locale,
  messages: Words,
): { title: string; body: string } {
  const t = translatorOf(locale, messages);
  const values = {
    to: audience,
    number: data.number ?? "",
    type: data.type ?? "",
    vendor: data.vendor ?? "",
    amount: formatMoney(data.amount_minor ?? 0, { locale }),
    branch: data.branch ?? "",
    product: data.product ?? "",
    quantity: data.quantity ?? 0,
    host: data.host ?? "",
    decision: data.decision ?? "",
    paper: data.paper ?? "",
  };
  return { title: t(`told.${kind}.title`, values), body: t(`told.${kind}.body`, values) };
}
