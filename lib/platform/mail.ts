// E-mail over SMTP. One pool of connections a process; a message that may have been taken is sent again rather than lost, so its
// Message-ID is the caller's: the same for a repeat.
import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import { env } from "./env";
import { Hopeless } from "./queue/consumer";

const PATIENCE_MS = 5000; // for each step of a conversation: connecting, the greeting, an answer
const CONNECTIONS = 5; // more than many providers allow one account would be refused
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

export type Mail = {
  /** One address, without a name. */
  to: string;
  subject: string;
  html: string;
  text: string;
  /** What stands between the angle brackets: `id@host`. */
  messageId: string;
  /** More headers, such as List-Unsubscribe. */
  headers?: Record<string, string>;
};

/** The mail server did not take the message now; it may another time. Says nothing of the recipient. */
export class MailUnavailable extends Error {
  override readonly name = "MailUnavailable";
}

const Address = z.email();
const MessageId = z.string().regex(/^[\w.+-]+@[\w.-]+$/);
const HeaderName = z.string().regex(/^[A-Za-z][A-Za-z-]*$/);
const HeaderValue = z.string().regex(/^[\x20-\x7e]*$/);

let pool: Transporter | undefined;

/** Whether this server sends e-mail at all. */
export function mailIsOn(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Sends one message and waits until the mail server has taken it.
 * @param signal gives up waiting; the message may still be sent.
 * @throws Hopeless when it can never be sent (a malformed address or header, a recipient the server refuses for good);
 * MailUnavailable when another try may succeed.
 */
export async function sendMail(mail: Mail, signal?: AbortSignal): Promise<void> {
  const headers = Object.entries(mail.headers ?? {});
  const isWellFormed =
    Address.safeParse(mail.to).success &&
    MessageId.safeParse(mail.messageId).success &&
    headers.every(
      ([name, value]) => HeaderName.safeParse(name).success && HeaderValue.safeParse(value).success,
    );
  // A line break in one of these would start a header of the attacker's choice.
  if (!isWellFormed) throw new Hopeless("mail: the address, the Message-ID or a header is malformed");
  await unlessAborted(
    transport().sendMail({
      from: env().MAIL_FROM,
      to: { name: "", address: mail.to },
      subject: mail.subject.replace(/\s+/g, " ").trim(),
      html: mail.html,
      text: mail.text,
      messageId: `<${mail.messageId}>`,
      headers: Object.fromEntries(headers),
    }),
    signal,
  ).catch((cause: unknown) => {
    throw failureOf(cause);
  });
}

/**
 * Whether the mail server answers and lets us in.
 * @throws Error when it does not.
 */
export async function checkMail(): Promise<void> {
  await transport().verify();
}

function transport(): Transporter {
  pool ??= newPool();
  return pool;
}

function newPool(): Transporter {
  const { SMTP_URL } = env();
  if (!SMTP_URL) throw new Hopeless("mail: SMTP_URL is not set");
  const { hostname, username } = new URL(SMTP_URL);
  return createTransport({
    url: SMTP_URL,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    // A password never crosses the network in the clear, whatever the server offers.
    requireTLS: username !== "" && !LOOPBACK.has(hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function unlessAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const give = () => reject(new MailUnavailable("mail: given up"));
    if (signal.aborted) give();
    signal.addEventListener("abort", give, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", give));
  });
}

const Refusal = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
});

// The server's own sentence may hold the address, so only codes are passed on. A permanent no to the recipient or the message is final;
// to our login or our sender it is not: an operator mends that.
function failureOf(cause: unknown): Error {
  if (cause instanceof Hopeless || cause instanceof MailUnavailable) return cause;
  const { code, command, responseCode = 0 } = Refusal.catch({}).parse(cause);
  const said = `mail: ${[code, command, responseCode || undefined].filter(Boolean).join(" ")}`;
  const isFinal = responseCode >= 500 && (command === "RCPT TO" || command === "DATA");
  return isFinal ? new Hopeless(said) : new MailUnavailable(said, { cause });
}
