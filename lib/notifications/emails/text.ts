// The text part of an e-mail: for readers who want no HTML, and for filters that distrust a message without one.
import type { Content, Row } from "./content";

/** The same words as the HTML, line by line. */
export function textOf({ title, greeting, body, facts, lines, totals, button, footer }: Content): string {
  const rows = (list: Row[]) => list.map(({ label, value }) => `${label}: ${value}`).join("\n");
  const link = ({ label, link }: { label: string; link: string }) => `${label}: ${link}`;
  const parts = [
    title,
    greeting,
    body,
    link(button),
    rows(facts),
    rows(lines),
    rows(totals),
    // Mail readers take what follows "-- " for a signature.
    ["-- ", footer.why, link(footer.preferences), link(footer.unsubscribe)].join("\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
