// What people do with notifications, each by one SQL function (supabase/migrations/*_notification_wishes.sql).
import { ECDH } from "node:crypto";
import type { z } from "zod";
import { ApiError } from "@/lib/platform/errors";
import { isPushEndpoint } from "@/lib/platform/push";
import type { Database } from "@/lib/platform/supabase";
import { deviceOf } from "./device";
import {
  EmailSubscription,
  type Kind,
  Preferences,
  type PreferencesPatch,
  type PushSubscription,
  type ReadMarks,
  Unread,
} from "./schema";

/** Marks the caller's notifications as read; anybody else's are left alone. Returns how many are still unread. */
export async function readNotifications(db: Database, which: z.infer<typeof ReadMarks>) {
  return Unread.parse(await db.call("read_notifications", { which }));
}

/** Sets what is given and returns the whole. Throws VALIDATION_ERROR on `kinds` for one that does not concern the caller's role. */
export async function setPreferences(db: Database, choices: PreferencesPatch): Promise<Preferences> {
  return Preferences.parse(await db.call("set_notification_preferences", { choices }));
}

/**
 * Lets a browser take the caller's pushes. A browser is one person's: whoever signed in to it last. Of `userAgent` only a few words are kept.
 * @throws ApiError VALIDATION_ERROR on `endpoint` when it is not one of a push service: we would call it; on `keys.p256dh` when nothing can
 * be encrypted for it: every push to it would be a dead letter
 */
export async function savePushSubscription(
  db: Database,
  subscription: PushSubscription,
  userAgent: string,
): Promise<void> {
  if (!isPushEndpoint(subscription.endpoint)) {
    const message = "This is not the address of a push service we know.";
    throw new ApiError("VALIDATION_ERROR", message, { endpoint: [message] });
  }
  if (!isPublicKey(subscription.keys.p256dh)) {
    const message = "This is not a browser's public key.";
    throw new ApiError("VALIDATION_ERROR", message, { "keys.p256dh": [message] });
  }
  await db.call("save_push_subscription", {
    subscription: { ...subscription, device: deviceOf(userAgent) },
  });
}

function isPublicKey(key: string): boolean {
  try {
    ECDH.convertKey(key, "prime256v1", "base64url");
    return true;
  } catch {
    return false;
  }
}

/** Ends a browser's pushes. Doing it twice is doing it once. */
export async function deletePushSubscription(db: Database, endpoint: string): Promise<void> {
  await db.call("delete_push_subscription", { endpoint });
}

/** Ends the pushes of one of the caller's browsers. Throws NOT_FOUND for another's. */
export async function removePushDevice(db: Database, id: string): Promise<void> {
  await db.call("remove_push_subscription", { subscription_id: id });
}

/** Sends the caller a push by the way that every other takes. */
export async function testPush(db: Database): Promise<void> {
  await db.call("test_push");
}

/** Stops e-mails of a kind (none: of every kind) to the holder of an unsubscribe link, or takes that back. Throws NOT_FOUND. */
export async function setEmailSubscription(
  db: Database,
  token: string,
  kind: Kind | undefined,
  subscribed: boolean,
) {
  return EmailSubscription.parse(await db.call("set_email_subscription", { token, kind, subscribed }));
}
