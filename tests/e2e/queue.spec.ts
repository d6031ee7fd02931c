// The operator's queue page: a poisoned job is found, understood, its cause mended, and done after all; and the page never claims what it
// does not know.
import postgres from "postgres";
import { expect, type Person, picture, placeOrder, tapUntil, test } from "./people.ts";

const inbox = `http://127.0.0.1:${new URL(process.env.SMTP_URL ?? "smtp://127.0.0.1:54325").port}`;
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1 });
test.afterAll(() => sql.end());

/** Asks the mail catcher, which on a busy machine may take a slow request for a mail program that waits to be greeted: then again. */
async function catcher<T>(path: string, init?: RequestInit): Promise<T> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(`${inbox}${path}`, init).catch(() => null);
    if (response?.ok) return (await response.json()) as T;
    if (tries === 10) throw new Error(`the mail catcher did not answer ${path}`);
  }
}

/** The share of deliveries that the mail server refuses for now. */
const mailFails = (share: number) =>
  catcher("/faults", { method: "POST", body: JSON.stringify({ fail: share }) });

/** The mails caught about the notification that an event asked to be sent. */
async function mailsOf(event: string): Promise<number> {
  const [row] = await sql`select stream_id from public.outbox_events where id = ${event}`;
  const { data } = await catcher<{ data: { message_id: string }[] }>("/messages");
  return data.filter(({ message_id }) => message_id.includes(row?.stream_id)).length;
}

const figure = ({ page }: Person, name: string) => page.getByTestId(`figure-${name}`);
const heard = ({ page }: Person) => page.getByTestId("heard");

test("a poisoned job is found, its cause mended, replayed, and seen done", async ({
  customer,
  vendor,
  operator,
}) => {
  const { page } = operator;
  await page.goto("/admin/queue");
  await expect(heard(operator)).toHaveAttribute("data-lost", "false");
  await mailFails(1);
  await sql`update public.consumers set first_retry = '50 milliseconds', retries = 3 where name = 'email'`;
  try {
    const order = await placeOrder(customer);
    const rejected = await vendor.api.post(`/api/orders/${order.id}/transitions`, {
      data: { to: "REJECTED", reason: "Malzeme kalmadı" },
    });
    expect(rejected.status()).toBe(200);

    // It appears by itself, and says why.
    const letter = page.locator('[data-testid="dead-job"][data-consumer="email"]').first();
    await expect(figure(operator, "dead")).toHaveAttribute("data-health", "danger");
    await expect(letter).toContainText("E-posta gönderilecek");
    await expect(letter.getByTestId("dead-reason")).toContainText("451");
    const event = (await letter.getAttribute("data-event-id")) ?? "";
    await tapUntil(letter.locator("summary"), () =>
      expect(letter.getByTestId("payload")).toBeVisible({ timeout: 1_000 }),
    );
    await expect(letter.getByRole("listitem").filter({ hasText: "451" })).toHaveCount(4); // every try
    await picture(operator, "operator-queue-1440");
    expect(await mailsOf(event)).toBe(0);

    // Replayed with its cause still there, it fails again, and the page says so.
    const end = page.locator(`[data-testid="replayed"][data-event-id="${event}"]`);
    await letter.getByTestId("replay").click();
    await expect(end).toHaveAttribute("data-state", "dead");
    await expect(letter).toHaveAttribute("data-event-id", event);

    await mailFails(0);
    await letter.getByTestId("replay").click();
    await expect(end).toHaveAttribute("data-state", "done");
    await expect(page.locator(`[data-testid="dead-job"][data-event-id="${event}"]`)).toHaveCount(0);
    expect(await mailsOf(event)).toBe(1);
    await picture(operator, "operator-queue-done-1440");
  } finally {
    await mailFails(0);
    await sql`update public.consumers set first_retry = default, retries = 12 where name = 'email'`;
  }
});

test("what was not heard of is not green, and nobody is asked while nobody looks", async ({ operator }) => {
  const { page } = operator;
  await page.goto("/admin/queue");
  await page.waitForResponse((response) => response.url().endsWith("/api/admin/queue")); // it polls
  await page.context().setOffline(true);
  await expect(heard(operator)).toHaveAttribute("data-lost", "true");
  await expect(page.locator('[data-testid^="figure-"][data-health="unknown"]')).toHaveCount(4);
  await page.context().setOffline(false);
  await expect(heard(operator)).toHaveAttribute("data-lost", "false");

  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/admin/queue")) asked += 1;
  });
  await page.evaluate(() =>
    Object.defineProperty(document, "visibilityState", { get: () => "hidden", configurable: true }),
  );
  await page.waitForTimeout(3_500); // what was under way
  asked = 0;
  await page.waitForTimeout(7_000);
  expect(asked).toBe(0);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { get: () => "visible", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect.poll(() => asked).toBeGreaterThan(0);
});

test("pausing says what it means, and is undone", async ({ operator }) => {
  const { page } = operator;
  await page.goto("/admin/queue");
  const row = page.locator('[data-testid="consumer"][data-name="push"]');
  const dialog = page.getByRole("dialog");
  try {
    await tapUntil(row.getByRole("button"), () => expect(dialog).toBeVisible({ timeout: 1_000 }));
    await expect(dialog).toContainText("Hiçbir şey kaybolmaz");
    await dialog.getByRole("button", { name: "Duraklat" }).click();
    await expect(row).toHaveAttribute("data-paused", "true");
    await expect(figure(operator, "waiting")).toHaveAttribute("data-health", "warning");
    await row.getByRole("button").click();
    await dialog.getByRole("button", { name: "Devam ettir" }).click();
    await expect(row).toHaveAttribute("data-paused", "false");
  } finally {
    await operator.api.patch("/api/admin/queue/consumers/push", { data: { paused: false } });
  }
});
