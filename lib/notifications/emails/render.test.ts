// Every e-mail says what its reader needs, in both languages, and nothing a stranger typed can change what it is.
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/platform/locales";
import { renderEmail } from "./render";
import { EMAIL_DATA, type EmailData, type EmailKind } from "./schema";

const READER = {
  name: "Ayşe",
  link: "https://kapgel.test/orders/1",
  unsubscribe_link: "https://kapgel.test/unsubscribe?token=t&kind=k",
  preferences_link: "https://kapgel.test/account/notifications",
};
const ORDER = {
  number: "KG-1042",
  vendor: "Moda Lezzet",
  branch: "Moda Lezzet Caferağa",
  total_minor: 31_250,
  currency: "TRY",
} as const;
const LINES = [
  { name: "Lahmacun", quantity: 2, line_total_minor: 20_000 },
  { name: "Ayran", quantity: 1, line_total_minor: 6_250 },
];
const orders = { ...READER, order: ORDER };
const SAMPLES: { [K in EmailKind]: EmailData<K> } = {
  order_placed: { ...orders, to: "vendor" },
  order_unanswered: orders,
  order_still_unanswered: orders,
  branch_paused: orders,
  order_confirmed: orders,
  order_rejected: { ...orders, order: { ...ORDER, reason: "CONFIRM_TIMEOUT" } },
  order_ready: orders,
  order_on_route: orders,
  order_near: orders,
  order_delivered: {
    ...orders,
    order: { ...ORDER, lines: LINES, subtotal_minor: 26_250, delivery_fee_minor: 5_000 },
  },
  order_cancelled: orders,
  courier_assigned: orders,
  refund: { ...orders, amount_minor: 6_250, currency: "TRY" },
  dispute_opened: { ...orders, to: "vendor" },
  dispute_answered: orders,
  dispute_resolved: orders,
  wallet_credit: { ...READER, amount_minor: 50_000, currency: "TRY" },
  low_stock: { ...READER, product: { name: "Künefe", quantity: 3 } },
  webhook_stopped: { ...READER, host: "kasa.example.com" },
  paper_refused: {
    ...READER,
    application: { name: "Çankaya Fırın", decision: "pending", note: "Süresi dolmuş." },
  },
  application_decided: { ...READER, application: { name: "Çankaya Fırın", decision: "approved" } },
};
const KINDS = Object.keys(EMAIL_DATA) as EmailKind[];
const render = (kind: EmailKind, locale: "tr" | "en") => renderEmail(kind, locale, SAMPLES[kind]);
/** What a person reads of it: without tags, and without the invisible filling after the preview. */
const seen = (html: string) =>
  html
    .replace(/<(style|title)>.*?<\/\1>/gs, "")
    .replace(/<!--.*?-->|<[^>]+>/gs, " ")
    .replace(/\s+/g, " ");

describe.each(LOCALES)("in %s", (locale) => {
  it.each(KINDS)("%s has a subject on one line, three links, and a text part", async (kind) => {
    const { subject, html, text } = await render(kind, locale);
    expect(subject).toMatch(/^\S.{5,90}$/u);
    for (const link of [READER.link, READER.unsubscribe_link, READER.preferences_link]) {
      expect(text).toContain(link);
      expect(html).toContain(`href="${link.replace("&", "&amp;")}"`);
    }
    expect(text).toContain("Ayşe");
    expect(html).toContain(`lang="${locale}"`);
    expect(html).not.toMatch(/<script|<img|src=|@import|url\(/i);
    expect(`${subject}${text}${seen(html)}`).not.toMatch(/undefined|null|NaN|[{}]|kinds\.|facts\.|totals\./);
  });

  it.each(KINDS)("%s says in its text what it says in its HTML", async (kind) => {
    const { html, text } = await render(kind, locale);
    const body = seen(html);
    const [said = ""] = text.split("\n-- \n");
    const pieces = said.split(/\n+|: /).filter((piece) => piece && !piece.startsWith("https"));
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) {
      expect(body).toContain(piece.replaceAll("'", "&#x27;"));
    }
  });

  it("a name with a line break cannot end the subject, nor a tag become one", async () => {
    const { subject, html, text } = await renderEmail("low_stock", locale, {
      ...SAMPLES.low_stock,
      name: "<img src=x onerror=alert(1)>",
      product: { name: "Künefe\r\nBcc: everyone@kapgel.test {quantity}", quantity: 2 },
    });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject).toContain("Bcc: everyone@kapgel.test {quantity}");
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).not.toContain("<img");
    expect(text).toContain("<img src=x onerror=alert(1)>");
  });

  it("a link that would run a script is refused", async () => {
    await expect(
      renderEmail("wallet_credit", locale, { ...SAMPLES.wallet_credit, link: "javascript:alert(1)" }),
    ).rejects.toThrow("link");
  });
});

it("what was ordered is listed with its amounts, and the total last", async () => {
  const { text, html } = await render("order_delivered", "tr");
  expect(text).toContain(
    "2 × Lahmacun: ₺200,00\n1 × Ayran: ₺62,50\n\nAra toplam: ₺262,50\nTeslimat: ₺50,00\nToplam: ₺312,50",
  );
  expect(seen(html)).toMatch(/2 × Lahmacun ₺200,00 .*Toplam ₺312,50/);
});

it("each side reads its own words", async () => {
  const [customer, vendor] = await Promise.all([
    renderEmail("order_placed", "en", { ...orders, to: "customer" }),
    renderEmail("order_placed", "en", { ...orders, to: "vendor" }),
  ]);
  expect(customer.subject).toBe("Your order is with Moda Lezzet (KG-1042)");
  expect(vendor.subject).toBe("New order KG-1042: ₺312.50");
  const courier = await renderEmail("order_ready", "tr", { ...orders, to: "courier" });
  expect(courier.text).toContain("Şubeden alıp yola çıkabilirsin.");
});

it("a reason is told in words: the system's by its code, a person's as written", async () => {
  expect((await render("order_rejected", "tr")).text).toContain("İşletme süresi içinde onaylamadı");
  const { text } = await renderEmail("order_rejected", "tr", {
    ...orders,
    order: { ...ORDER, reason: "Fırın bozuldu" },
  });
  expect(text).toContain("Neden: Fırın bozuldu");
});

it("the time of arrival names its day when that is not today", async () => {
  const eta = async (eta_at: string) =>
    (await renderEmail("order_confirmed", "tr", { ...orders, order: { ...ORDER, eta_at } })).text;
  expect(await eta(new Date().toISOString())).toMatch(/Tahmini varış: \d\d:\d\d\n/);
  expect(await eta("2030-01-02T12:05:00Z")).toContain("Tahmini varış: 2 Oca 15:05");
});
