// What the consumers of notifications send: e-mails to the stack's catcher, pushes to a stand-in for a push service, each as often as it must be.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { notificationConsumers } from "@/lib/notifications/consumers.ts";
import { Hopeless } from "@/lib/platform/queue/consumer.ts";
import { databaseAsService } from "@/lib/platform/supabase.ts";
import { sql } from "./database.ts";
import { browserOf, deliveriesOf, type Told, toldOf } from "./notifications.ts";
import { leaveTown, person } from "./shops.ts";
import { orderAt, type World, world } from "./world.ts";

type Caught = { id: string; message_id: string };
type Message = { html: string; text: string; headers: Record<string, string> };
const inbox = `http://127.0.0.1:${new URL(process.env.SMTP_URL ?? "").port}`;
const caught = async (userId: string) =>
  ((await (await fetch(`${inbox}/messages?to=${userId}@test.invalid`)).json()) as { data: Caught[] }).data;

let service: Server;
let answers: Record<string, number>; // path → status; 201 where nothing is said
let pushed: string[];
let here: World;
beforeAll(async () => {
  here = await world();
  service = createServer((request, response) => {
    pushed.push(request.url ?? "");
    response.writeHead(answers[request.url ?? ""] ?? 201).end();
  });
  await new Promise<void>((done) => service.listen(0, "127.0.0.1", done));
});
beforeEach(() => {
  answers = {};
  pushed = [];
});
afterAll(async () => {
  service.close();
  await leaveTown();
});

/** Brings the events that a notification asked for to their consumers, as the queue would; `channel` picks one. */
async function bring(told: Told, channel: "push" | "email"): Promise<void> {
  const consumer = notificationConsumers.find(({ name }) => name === channel);
  const [event] = await sql`select app.outbox_json(e) as event from public.outbox_events e
    where e.stream_id = ${told.id} and e.type = ${`notification.${channel}_requested`}`;
  if (!consumer || !event) throw new Error(`No ${channel} was asked for.`);
  await consumer.handle(event.event, {
    db: databaseAsService("sending-test"),
    signal: AbortSignal.timeout(10_000),
  });
}

async function confirmed(customerId: string): Promise<Told> {
  const order = await orderAt({ ...here, customerId }, "CONFIRMED");
  const told = (await toldOf(order.id)).find(({ user_id }) => user_id === customerId);
  if (!told) throw new Error("The customer was not told.");
  return told;
}
const browserAt = (userId: string, path: string) =>
  browserOf(userId, `http://127.0.0.1:${(service.address() as AddressInfo).port}${path}`);

describe("an e-mail", () => {
  it("leads to the order, and can be stopped by one POST; sent once, also when its job runs twice", async () => {
    const customerId = await person("customer");
    const told = await confirmed(customerId);
    await bring(told, "email");
    await bring(told, "email");
    const messages = await caught(customerId);
    expect(messages).toHaveLength(1);
    const message = (await (await fetch(`${inbox}/messages/${messages[0]?.id}`)).json()) as Message;
    const headers = Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    expect(message.text).toContain(`/orders/${told.data.order_id}`);
    expect(messages[0]?.message_id).toContain(`<${told.id}@`);
    expect(headers["list-unsubscribe"]).toMatch(
      /\/api\/unsubscribe\?token=[0-9a-f]{48}&kind=order_confirmed>/,
    );
    expect(headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    expect(await deliveriesOf(told.id)).toMatchObject({ email: { state: "sent", attempts: 1 } });
  });

  it("sent again after a worker died between sending and saying so carries the same Message-ID", async () => {
    const customerId = await person("customer");
    const told = await confirmed(customerId);
    await bring(told, "email");
    await sql`update public.notification_deliveries set state = 'due', sent_at = null where notification_id = ${told.id}`;
    await bring(told, "email");
    const [first, second, ...others] = await caught(customerId);
    expect([second?.message_id, others]).toEqual([first?.message_id, []]);
  });
});

describe("a push", () => {
  it("reaches each browser once, though one of them answers only the second time", async () => {
    const customerId = await person("customer");
    await browserAt(customerId, "/well");
    await browserAt(customerId, "/ill");
    const told = await confirmed(customerId);
    answers["/ill"] = 503;
    await expect(bring(told, "push")).rejects.toThrow();
    answers["/ill"] = 201;
    await bring(told, "push");
    await bring(told, "push");
    expect(pushed.sort()).toEqual(["/ill", "/ill", "/well"]);
    expect(await deliveriesOf(told.id)).toMatchObject({ push: { state: "sent", attempts: 2 } });
  });

  it("to a browser that is gone becomes the e-mail", async () => {
    const customerId = await person("customer");
    await browserAt(customerId, "/gone");
    const told = await confirmed(customerId);
    answers["/gone"] = 410;
    await bring(told, "push");
    await bring(told, "email");
    expect(await caught(customerId)).toHaveLength(1);
    expect(await deliveriesOf(told.id)).toMatchObject({ push: { state: "gone" }, email: { state: "sent" } });
  });

  it("that the service refuses for good is hopeless, and keeps no other browser from its own", async () => {
    const customerId = await person("customer");
    await browserAt(customerId, "/refused");
    await browserAt(customerId, "/fine");
    const told = await confirmed(customerId);
    answers["/refused"] = 400;
    await expect(bring(told, "push")).rejects.toThrow(Hopeless);
    expect(pushed.sort()).toEqual(["/fine", "/refused"]);
  });
});
