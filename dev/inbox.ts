// The caught e-mails: a folder of .eml files and what the inbox page shows of each. Keeps the newest, forgets the others.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ParsedMail } from "mailparser";

export type Summary = {
  id: string;
  at: string;
  from: string;
  /** The envelope's recipients. */
  to: string[];
  subject: string;
  /** With its angle brackets. */
  message_id: string;
};
export type Message = Summary & { headers: Record<string, string>; html: string; text: string; raw: string };

export class Inbox {
  readonly #folder: string;
  readonly #keep: number;
  readonly #summaries = new Map<string, Summary>(); // oldest first
  #count = 0; // tells apart what came in one millisecond

  private constructor(folder: string, keep: number) {
    this.#folder = folder;
    this.#keep = keep;
  }

  /** Opens the folder with what earlier runs caught. */
  static async open(folder: string, keep: number): Promise<Inbox> {
    mkdirSync(folder, { recursive: true });
    const inbox = new Inbox(folder, keep);
    for (const file of readdirSync(folder).sort()) {
      const id = file.replace(/\.eml$/, "");
      if (id !== file) inbox.#remember(id, await headOf(readFileSync(join(folder, file))));
    }
    return inbox;
  }

  /** Keeps one message. `recipients` is the envelope's: the header may name others. */
  async add(raw: Buffer, recipients: string[]): Promise<void> {
    this.#count += 1;
    const id = `${Date.now()}-${String(this.#count).padStart(6, "0")}`;
    // As a mailbox server does: the envelope becomes a header, so that the file alone tells everything.
    const delivered = recipients.map((address) => `Delivered-To: ${address}\r\n`).join("");
    const whole = Buffer.concat([Buffer.from(delivered), raw]);
    writeFileSync(this.#file(id), whole);
    this.#remember(id, await headOf(whole));
  }

  /** The newest first; with `to`, only what was sent to that address. */
  list(to?: string): Summary[] {
    const wanted = to?.toLowerCase();
    const all = [...this.#summaries.values()].reverse();
    return wanted ? all.filter((message) => message.to.some((address) => address === wanted)) : all;
  }

  /** One message with all its parts, or null. */
  async get(id: string): Promise<Message | null> {
    const summary = this.#summaries.get(id);
    if (!summary) return null;
    const raw = readFileSync(this.#file(id));
    const parsed = await parse(raw);
    return {
      ...summary,
      headers: Object.fromEntries(parsed.headerLines.map(({ key, line }) => [key, unfolded(line)])),
      html: parsed.html || "",
      text: parsed.text ?? "",
      raw: raw.toString("utf8"),
    };
  }

  clear(): void {
    for (const id of [...this.#summaries.keys()]) this.#forget(id);
  }

  #remember(id: string, parsed: ParsedMail): void {
    this.#summaries.set(id, {
      id,
      at: new Date(Number(id.split("-")[0])).toISOString(),
      from: parsed.from?.text ?? "",
      to: parsed.headerLines
        .filter(({ key }) => key === "delivered-to")
        .map(({ line }) => unfolded(line).toLowerCase()),
      subject: parsed.subject ?? "",
      message_id: parsed.messageId ?? "",
    });
    const [oldest] = this.#summaries.keys();
    if (oldest && this.#summaries.size > this.#keep) this.#forget(oldest);
  }

  #forget(id: string): void {
    this.#summaries.delete(id);
    rmSync(this.#file(id), { force: true });
  }

  #file(id: string): string {
    return join(this.#folder, `${id}.eml`);
  }
}

/** The headers alone: hundreds of whole messages would slow a start down. */
function headOf(raw: Buffer): Promise<ParsedMail> {
  const end = raw.indexOf("\r\n\r\n");
  return parse(end < 0 ? raw : raw.subarray(0, end + 4));
}

// Loaded with the first message: a start need not wait for it.
async function parse(raw: Buffer): Promise<ParsedMail> {
  const { simpleParser } = await import("mailparser");
  return simpleParser(raw);
}

/** A header's value with its folding undone. */
function unfolded(line: string): string {
  return line
    .slice(line.indexOf(":") + 1)
    .replace(/\r?\n(?=[ \t])/g, "")
    .trim();
}
