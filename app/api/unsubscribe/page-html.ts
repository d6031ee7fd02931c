// The page behind an e-mail's unsubscribe link. Plain HTML with one form: it must work for whoever is signed out, in any mail reader's window.
import type { z } from "zod";
import type { EmailSubscription, UnsubscribeQuery } from "@/lib/notifications/schema";
import { translatorOf } from "@/lib/notifications/words";
import type { Answer } from "@/lib/platform/http/answer";
import en from "../../../messages/en/notifications.json";
import tr from "../../../messages/tr/notifications.json";

const WORDS = { tr, en };

// The values of app/globals.css.
const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100dvh;display:grid;place-items:center;background:#fbf8f5;color:#211a16;font:1rem/1.5 system-ui,sans-serif}
main{box-sizing:border-box;width:min(100%,30rem);padding:2rem 1.5rem}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
p{margin:0 0 1.5rem}
button{min-height:2.75rem;padding:0 1.25rem;border:0;border-radius:.75rem;background:#ff6b35;color:#2a0f03;font:600 1rem system-ui,sans-serif;cursor:pointer}
a{display:inline-block;margin-top:1rem;padding:.5rem 0;color:inherit}
@media(prefers-color-scheme:dark){body{background:#161210;color:#f7f1ec}}`;

/** Says whether e-mails of the link's kind come to its holder, and offers the other. Only fixed texts and checked values are printed. */
export function unsubscribePage(
  { token, kind }: z.infer<typeof UnsubscribeQuery>,
  { subscribed, locale }: z.infer<typeof EmailSubscription>,
): Answer {
  const t = translatorOf(locale, WORDS[locale]);
  const state = subscribed ? "on" : "off";
  const query = new URLSearchParams({ token, ...(kind && { kind }), ...(!subscribed && { undo: "1" }) });
  const what = kind ? t(`kinds.${kind}`) : t("unsubscribe.everything");
  const text = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${t(`unsubscribe.${state}.title`)} · KapGel</title><style>${STYLE}</style></head>
<body><main><h1>${t(`unsubscribe.${state}.title`)}</h1><p>${t(`unsubscribe.${state}.body`, { what })}</p>
<form method="post" action="/api/unsubscribe?${query.toString().replaceAll("&", "&amp;")}"><button>${t(`unsubscribe.${state}.button`)}</button></form>
<a href="/account/notifications">${t("unsubscribe.preferences")}</a></main></body></html>`;
  return { status: 200, text, headers: { "Content-Type": "text/html; charset=utf-8" } };
}
