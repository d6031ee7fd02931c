// What people are told (notify_of) is pushed and mailed to them. Each step asks SQL what is still to be done and says what was done, so that a
// step that runs twice does it once, or sends again what is recognisably the same.
import "server-only";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { doubt } from "@/lib/platform/health";
import { Id } from "@/lib/platform/http/fields";
import { LOCALES } from "@/lib/platform/locales";
import { MailUnavailable, mailIsOn, sendMail } from "@/lib/platform/mail";
import { pushIsOn, sendPush } from "@/lib/platform/push";
import { type Consumer, Hopeless } from "@/lib/platform/queue/consumer";
import en from "../../messages/en/notifications.json";
import tr from "../../messages/tr/notifications.json";
import { renderEmail } from "./emails/render";
import { EMAIL_DATA } from "./emails/schema";
import { pathOf } from "./links";
import { Kind, Told } from "./schema";
import { saidOf } from "./words";

const WORDS = { tr, en };
const PUSH_TTL_S = 7_200; // after two hours nobody wants to know (app.is_worth_sending)

const PushToSend = Told.extend({
  locale: z.enum(LOCALES),
  urgent: z.boolean(),
  subscriptions: z.array(
    z.object({ id: Id, endpoint: z.string(), keys: z.object({ p256dh: z.string(), auth: z.string() }) }),
  ),
});
const EmailToSend = Told.extend({
  kind: Kind,
  locale: z.enum(LOCALES),
  to: z.string(),
  name: z.string(),
  order: z.record(z.string(), z.unknown()).nullable(),
  application: z.record(z.string(), z.unknown()).nullable(),
  unsubscribe_token: z.string(),
});

const push: Consumer = {
  name: "push",
  handle: async ({ stream_id: id }, { db, signal }) => {
    if (!pushIsOn()) return;
    const asked = PushToSend.nullable().parse(await db.call("push_to_send", { notification_id: id }));
    if (!asked) return;
    const payload = { ...saidOf(asked, asked.locale, WORDS[asked.locale]), tag: id, url: pathOf(asked) };
    const options = {
      ttlSeconds: PUSH_TTL_S,
      urgency: asked.urgent ? "high" : "normal",
      topic: id.replaceAll("-", ""),
    } as const;
    const ends = await Promise.allSettled(
      asked.subscriptions.map((subscription) => sendPush(subscription, payload, options, signal)),
    );
    const idsOf = (end: "sent" | "gone") =>
      asked.subscriptions
        .filter((_, at) => {
          const outcome = ends[at];
          return outcome?.status === "fulfilled" && outcome.value === end;
        })
        .map((subscription) => subscription.id);
    await db.call("mark_push_sent", { notification_id: id, reached: idsOf("sent"), gone: idsOf("gone") });
    // One browser's failure must not keep the others from theirs: those that have it are left out of the next try.
    const reasons = ends.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : []));
    if (reasons.length > 0) throw reasons.find((reason) => !(reason instanceof Hopeless)) ?? reasons[0];
  },
};

const email: Consumer = {
  name: "email",
  handle: async ({ stream_id: id }, { db, signal }) => {
    if (!mailIsOn()) return;
    const asked = EmailToSend.nullable().parse(await db.call("email_to_send", { notification_id: id }));
    if (!asked) return;
    const { kind, locale, data } = asked;
    const at = (path: string) => `${env().APP_URL}${path}`;
    const unsubscribe = at(`/api/unsubscribe?token=${asked.unsubscribe_token}&kind=${kind}`);
    const facts = EMAIL_DATA[kind].parse({
      name: asked.name,
      link: at(pathOf(asked)),
      unsubscribe_link: unsubscribe,
      preferences_link: at("/account/notifications"),
      to: asked.audience,
      order: asked.order ?? undefined,
      application: asked.application ?? undefined,
      product: { name: data.product, quantity: data.quantity, branch: data.branch },
      host: data.host,
      amount_minor: data.amount_minor,
      currency: "TRY",
    });
    await sendMail(
      {
        to: asked.to,
        ...(await renderEmail(kind, locale, facts)),
        messageId: `${id}@${new URL(env().APP_URL).hostname}`,
        headers: {
          "List-Unsubscribe": `<${unsubscribe}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
      },
      signal,
    ).catch((error: unknown) => {
      if (error instanceof MailUnavailable) doubt("email");
      throw error;
    });
    await db.call("mark_email_sent", { notification_id: id });
  },
};

/** The two ways beside the bell. */
export const notificationConsumers: readonly Consumer[] = [push, email];
