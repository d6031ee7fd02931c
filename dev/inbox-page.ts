// The inbox as pages of plain HTML. What a message holds is a stranger's: escaped, and its HTML shut into a frame without scripts.
import type { Message, Summary } from "./inbox.ts";

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem; }
h1 { font-size: 1.25rem; overflow-wrap: anywhere; }
header { align-items: center; display: flex; gap: 1rem; justify-content: space-between; }
ol { list-style: none; margin: 0; padding: 0; }
li { border-top: 1px solid light-dark(#ddd, #444); }
li a { color: inherit; display: grid; gap: 0 1rem; grid-template-columns: 1fr auto; padding: .75rem 0; text-decoration: none; }
li a:hover strong { text-decoration: underline; }
small, time, dt { color: light-dark(#666, #aaa); }
iframe { background: #fff; border: 1px solid light-dark(#ddd, #444); border-radius: .5rem; height: 46rem; resize: both; width: 100%; }
pre { overflow-wrap: anywhere; white-space: pre-wrap; }
dl { display: grid; gap: .25rem 1rem; grid-template-columns: max-content 1fr; }
dd { margin: 0; overflow-wrap: anywhere; }
summary { cursor: pointer; font-weight: 600; padding: .5rem 0; }
`;

/** What a page of the inbox may do: show itself, and be read by nobody else. */
export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'",
};

/** The list, newest first. */
export function listPage(messages: Summary[]): string {
  const items = messages.map(
    ({ id, to, subject, at }) =>
      `<li><a href="/inbox/${escaped(id)}"><strong>${escaped(subject) || "(no subject)"}</strong><time datetime="${at}">${clock(at)}</time>
<small>${escaped(to.join(", "))}</small></a></li>`,
  );
  const form = `<form method="post" action="/inbox/clear"><button>Delete all</button></form>`;
  return page(
    "Inbox",
    `<header><h1>Inbox (${messages.length})</h1>${items.length > 0 ? form : ""}</header>
${items.length > 0 ? `<ol>${items.join("\n")}</ol>` : "<p>No e-mail has been sent yet.</p>"}`,
  );
}

/** One message: its HTML, its text, its headers, its source. */
export function messagePage({ subject, from, to, at, headers, html, text, raw }: Message): string {
  const rows = Object.entries(headers).map(
    ([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`,
  );
  // Links open beside the inbox; scripts and forms stay dead.
  const frame = `<iframe title="The message" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escaped(`<base target="_blank">${html}`)}"></iframe>`;
  return page(
    subject,
    `<p><a href="/">← Inbox</a></p><h1>${escaped(subject)}</h1>
<p><small>${escaped(from)} → ${escaped(to.join(", "))}, <time datetime="${at}">${clock(at)}</time></small></p>
${html ? frame : ""}
<details${html ? "" : " open"}><summary>Text</summary><pre>${escaped(text)}</pre></details>
<details><summary>Headers</summary><dl>${rows.join("\n")}</dl></details>
<details><summary>Source</summary><pre>${escaped(raw)}</pre></details>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

function clock(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
