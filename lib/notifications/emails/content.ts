// What an e-mail says, before it has a look: the HTML and the text part are two prints of this.
import { createTranslator } from "next-intl";
import { branchName } from "@/lib/format/branch-name";
import { formatMoney } from "@/lib/format/money";
import { formatClock, formatMoment } from "@/lib/format/time";
import type { Locale } from "@/lib/platform/locales";
import en from "../../../messages/en/emails.json";
import enOrders from "../../../messages/en/orders.json";
import tr from "../../../messages/tr/emails.json";
import trOrders from "../../../messages/tr/orders.json";
import { EMAIL_DATA, type EmailData, type EmailKind, type EmailOrder } from "./schema";

const MESSAGES = {
  tr: { emails: tr, reasons: trOrders.reason },
  en: { emails: en, reasons: enOrders.reason },
};
// Where it still matters when the order will be there.
const TELLS_ETA = new Set<EmailKind>([
  "order_placed",
  "order_confirmed",
  "order_on_route",
  "order_near",
  "courier_assigned",
]);

type Words = Record<"subject" | "title" | "body" | "button", string>;
export type Row = { label: string; value: string };
export type Content = {
  subject: string;
  title: string;
  greeting: string;
  body: string;
  facts: Row[];
  /** What was ordered, and what it adds up to; the last total is the one that counts. */
  lines: Row[];
  totals: Row[];
  button: { label: string; link: string };
  footer: {
    why: string;
    preferences: { label: string; link: string };
    unsubscribe: { label: string; link: string };
  };
};

/**
 * The words of one e-mail in the reader's language.
 * @throws ZodError when the data is not what the kind needs; Error when a message is missing.
 */
export function contentOf<K extends EmailKind>(kind: K, locale: Locale, input: EmailData<K>): Content {
  const data = EMAIL_DATA[kind].parse(input);
  const messages = MESSAGES[locale];
  const t = createTranslator({ locale, messages: messages.emails, onError });
  const words: Words = messages.emails.kinds[kind];
  const say = createTranslator({ locale, messages: words, onError });
  const money = (minor: number) => formatMoney(minor, { locale });
  const order = "order" in data ? data.order : undefined;
  const values = {
    to: "to" in data ? data.to : "",
    number: order?.number ?? "",
    vendor: order?.vendor ?? "",
    branch: order ? branchName(order.vendor, order.branch) : "",
    total: order ? money(order.total_minor) : "",
    amount: "amount_minor" in data ? money(data.amount_minor) : "",
    product: "product" in data ? data.product.name : "",
    quantity: "product" in data ? data.product.quantity : 0,
    host: "host" in data ? data.host : "",
    application: "application" in data ? data.application.name : "",
    decision: "application" in data ? data.application.decision : "",
  };

  const facts: Row[] = [];
  const fact = (name: keyof typeof tr.facts, value: string | null | undefined) => {
    if (value) facts.push({ label: t(`facts.${name}`), value });
  };
  if (order) {
    fact("number", order.number);
    fact("branch", values.branch);
    if (TELLS_ETA.has(kind)) {
      fact(order.type === "pickup" ? "pickup_at" : "eta", order.eta_at && whenOf(order.eta_at, locale));
    }
    fact("reason", order.reason && (reasonIn(messages.reasons, order.reason) ?? order.reason));
  }
  if ("product" in data) {
    fact("branch", data.product.branch);
    fact("left", String(data.product.quantity));
  }
  if ("application" in data) fact("note", data.application.note);

  return {
    // A name with a line break in it must not end the header.
    subject: say("subject", values).replace(/\s+/g, " "),
    title: say("title", values),
    greeting: data.name.trim() ? t("greeting", { name: data.name.trim() }) : t("nameless"),
    body: say("body", values),
    facts,
    lines: (order?.lines ?? []).map(({ quantity, name, line_total_minor }) => ({
      label: t("line", { quantity, name }),
      value: money(line_total_minor),
    })),
    totals:
      order && kind !== "refund" // its amount is another than the order's
        ? totalsOf(order).map(([name, minor]) => ({ label: t(`totals.${name}`), value: money(minor) }))
        : [],
    button: { label: say("button", values), link: data.link },
    footer: {
      why: t("footer.why"),
      preferences: { label: t("footer.preferences"), link: data.preferences_link },
      unsubscribe: { label: t("footer.unsubscribe"), link: data.unsubscribe_link },
    },
  };
}

// Better no e-mail than one that shows the name of a message.
function onError(error: Error): never {
  throw error;
}

// The day too, when it is not today's.
function whenOf(iso: string, locale: Locale): string {
  const day = (instant: string) => formatMoment(instant, locale).split(" ").slice(0, 2).join(" ");
  const isToday = day(iso) === day(new Date().toISOString());
  return isToday ? formatClock(iso, locale) : formatMoment(iso, locale);
}

// Nobody's words but the system's: a code.
function reasonIn(reasons: Record<string, string>, reason: string): string | undefined {
  return reasons[reason];
}

function totalsOf(order: EmailOrder): [name: keyof typeof tr.totals, minor: number][] {
  const parts: [keyof typeof tr.totals, number | undefined][] = [
    ["subtotal", order.subtotal_minor],
    ["delivery", order.delivery_fee_minor],
    ["discount", order.discount_minor && -order.discount_minor],
    ["tip", order.tip_minor],
  ];
  const shown = order.lines ? parts.flatMap(([name, minor]) => (minor ? [[name, minor] as const] : [])) : [];
  return [
    // A subtotal alone says the total twice.
    ...(shown.length > 1 ? shown.map(([name, minor]): [typeof name, number] => [name, minor]) : []),
    ["total", order.total_minor],
  ];
}
