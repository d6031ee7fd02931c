// The mail server's stand-in catches what the app sends, shows it, and fails when asked to; and sendMail lives with all of that.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { startSmtp } from "../../dev/smtp.ts";
import { checkMail, type Mail, MailUnavailable, sendMail } from "../../lib/platform/mail";
import { Hopeless } from "../../lib/platform/queue/consumer";

const PORT = 26525;
const URL_ = `http://127.0.0.1:${PORT}`;
const PAGES = `http://127.0.0.1:${PORT + 1}`;
const root = mkdtempSync(join(tmpdir(), "kapgel-smtp-"));
const folder = join(root, "mail");
const start = () => startSmtp({ port: PORT, inboxPort: PORT + 1, folder, keep: 5 });
let catcher: Awaited<ReturnType<typeof startSmtp>>;

const mail = (over: Partial<Mail> = {}): Mail => ({
  to: "ayse@kapgel.test",
  subject: "Siparişin yola çıktı",
  html: "<p>Kuryen <b>yolda</b></p>",
  text: "Kuryen yolda",
  messageId: "n-1@kapgel.test",
  ...over,
});
type Caught = { id: string; to: string[]; subject: string; message_id: string };
const list = async (to = ""): Promise<Caught[]> =>
  (await (await fetch(`${URL_}/messages?to=${encodeURIComponent(to)}`)).json()).data;
const open = async (id: string) => (await fetch(`${URL_}/messages/${id}`)).json();
const faults = (shares: object) => fetch(`${URL_}/faults`, { method: "POST", body: JSON.stringify(shares) });

beforeAll(async () => {
  for (const [name, value] of Object.entries({
    NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:54321",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_local",
    SUPABASE_SECRET_KEY: "sb_secret_local",
    CRON_SECRET: "local-cron-secret",
    SMTP_URL: `smtp://127.0.0.1:${PORT}`,
    MAIL_FROM: "KapGel <merhaba@kapgel.test>",
  })) {
    vi.stubEnv(name, value);
  }
  catcher = await start();
});

afterEach(async () => {
  await faults({ fail: 0, refuse: 0, hang: 0 });
  await fetch(`${URL_}/messages`, { method: "DELETE" });
});

afterAll(async () => {
  await catcher?.close();
  rmSync(root, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

it("what is sent is caught with its parts, its headers and its Message-ID", async () => {
  const unsubscribe = `https://kapgel.test/api/unsubscribe?token=${"t".repeat(120)}&kind=order_on_route`;
  await sendMail(
    mail({
      headers: {
        "List-Unsubscribe": `<${unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    }),
  );
  const [caught] = await list("Ayse@kapgel.test");
  expect(caught).toMatchObject({
    to: ["ayse@kapgel.test"],
    from: '"KapGel" <merhaba@kapgel.test>',
    subject: "Siparişin yola çıktı",
    message_id: "<n-1@kapgel.test>",
  });
  const whole = await open(caught?.id ?? "");
  expect(whole.html).toContain("<b>yolda</b>");
  expect(whole.text.trim()).toBe("Kuryen yolda");
  expect(whole.headers["list-unsubscribe"]).toBe(`<${unsubscribe}>`);
  expect(whole.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
  expect(whole.raw).toContain("multipart/alternative");
  expect(await list("somebody@kapgel.test")).toEqual([]);
});

it("the inbox shows messages as pages: escaped, without scripts, deleted by a button", async () => {
  await sendMail(
    mail({ subject: "<script>alert(1)</script>", html: '<p>Merhaba</p><script>alert("x")</script>' }),
  );
  const inbox = await fetch(`${URL_}/`);
  expect(inbox.url).toBe(`${PAGES}/`);
  expect(inbox.headers.get("content-security-policy")).toContain("default-src 'none'");
  const shown = await inbox.text();
  expect(shown).toContain("&#60;script&#62;alert(1)");
  expect(shown).not.toContain("<script");
  const message = await (await fetch(PAGES + /href="(\/inbox\/[^"]+)"/.exec(shown)?.[1])).text();
  expect(message).toMatch(/<iframe[^>]+sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="/);
  expect(message).not.toContain("<script");
  const cleared = await fetch(`${PAGES}/inbox/clear`, { method: "POST", redirect: "manual" });
  expect(cleared.status).toBe(303);
  expect(await list()).toEqual([]);
  expect((await fetch(`${PAGES}/inbox/none`)).status).toBe(404);
});

it("a page of the web cannot reach in", async () => {
  const headers = { origin: "https://elsewhere.example" };
  expect((await fetch(`${URL_}/messages`, { method: "DELETE", headers })).status).toBe(403);
});

it("only the newest are kept, newest first, and a restart finds them again", async () => {
  for (let n = 1; n <= 7; n++)
    await sendMail(mail({ subject: `Message ${n}`, messageId: `n-${n}@kapgel.test` }));
  const kept = ["Message 7", "Message 6", "Message 5", "Message 4", "Message 3"];
  expect((await list()).map(({ subject }) => subject)).toEqual(kept);
  expect(readdirSync(folder)).toHaveLength(5);
  await catcher.close();
  catcher = await start();
  expect((await list("ayse@kapgel.test")).map(({ subject }) => subject)).toEqual(kept);
});

it("a refusal for now, or for good, is told apart, and neither names the recipient", async () => {
  await faults({ fail: 1 });
  const later = await sendMail(mail()).catch((error: unknown) => error);
  expect(later).toBeInstanceOf(MailUnavailable);
  expect(String(later)).toContain("451");
  await faults({ fail: 0, refuse: 1 });
  const never = await sendMail(mail()).catch((error: unknown) => error);
  expect(never).toBeInstanceOf(Hopeless);
  expect(String(never)).toContain("550");
  expect(`${later}${never}`).not.toContain("ayse");
  expect(await list()).toEqual([]);
});

it("a server that never answers is given up after five seconds, and the next message goes through", async () => {
  await faults({ hang: 1 });
  const start = Date.now();
  await expect(sendMail(mail())).rejects.toBeInstanceOf(MailUnavailable);
  expect(Date.now() - start).toBeGreaterThan(4_000);
  expect(Date.now() - start).toBeLessThan(12_000);
  await faults({ hang: 0 });
  await sendMail(mail());
  expect(await list()).toHaveLength(1);
});

it("who asks may stop waiting", async () => {
  await faults({ hang: 1 });
  const start = Date.now();
  // To somebody of their own: what nobody waits for any more may come all the same, later.
  const to = "vazgecen@kapgel.test";
  await expect(sendMail(mail({ to }), AbortSignal.timeout(300))).rejects.toBeInstanceOf(MailUnavailable);
  expect(Date.now() - start).toBeLessThan(3_000);
});

it.each([
  ["a second recipient", { to: "ayse@kapgel.test, mallory@kapgel.test" }],
  ["a line break in the address", { to: "ayse@kapgel.test\r\nBcc: mallory@kapgel.test" }],
  ["a line break in the Message-ID", { messageId: "n@kapgel.test>\r\nBcc: <mallory@kapgel.test" }],
  ["a line break in a header", { headers: { "X-Kind": "a\r\nBcc: mallory@kapgel.test" } }],
  ["a line break in a header's name", { headers: { "X-Kind: a\r\nBcc": "mallory@kapgel.test" } }],
])("%s is refused", async (_, over) => {
  await expect(sendMail(mail(over))).rejects.toBeInstanceOf(Hopeless);
  expect([...(await list("ayse@kapgel.test")), ...(await list("mallory@kapgel.test"))]).toEqual([]);
});

it("a line break in the subject starts no header", async () => {
  await sendMail(mail({ subject: "Merhaba\r\nBcc: mallory@kapgel.test" }));
  expect(await list("mallory@kapgel.test")).toEqual([]);
  const [caught, ...others] = await list("ayse@kapgel.test");
  expect(others).toEqual([]);
  expect(caught?.to).toEqual(["ayse@kapgel.test"]);
  const { headers } = await open(caught?.id ?? "");
  expect(headers.bcc).toBeUndefined();
  expect(headers.subject).toBe("Merhaba Bcc: mallory@kapgel.test");
});

it("the mail server's health is told", async () => {
  await checkMail();
  await catcher.close();
  await expect(checkMail()).rejects.toThrow();
  await expect(sendMail(mail())).rejects.toBeInstanceOf(MailUnavailable);
  catcher = await start();
});

/** The first words of a server to a client that is silent for a second, or "" when it says nothing either. */
const greetingOf = (port: number) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const end = (said: string) => {
      resolve(said);
      socket.destroy();
    };
    socket.once("error", reject);
    socket.once("data", (bytes) => end(String(bytes)));
    setTimeout(end, 1_000, "");
  });

it("a client that says nothing is greeted as a mail client, but not where the pages are", async () => {
  expect(await greetingOf(PORT)).toMatch(/^220 .*ESMTP/);
  expect(await greetingOf(PORT + 1)).toBe("");
});
