// Reading notifications, and what people want to be told.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import {
  EmailSubscription,
  type Kind,
  NotificationPage,
  type NotificationsQuery,
  Preferences,
  PushDevices,
} from "./schema";

/** A page of what the caller was told, newest first, and how many they have not read. */
export async function listNotifications(db: Database, filter: Partial<z.infer<typeof NotificationsQuery>>) {
  return NotificationPage.parse(await db.call("list_notifications", { filter }));
}

/** What the caller wants to be told and how: the kinds that concern their role. */
export async function getPreferences(db: Database): Promise<Preferences> {
  return Preferences.parse(await db.call("get_notification_preferences"));
}

/** The caller's browsers that take pushes, the last used first. */
export async function listPushDevices(db: Database) {
  return PushDevices.parse(await db.call("list_push_subscriptions"));
}

/** Whether the holder of an unsubscribe link gets e-mails of a kind, or of any. Throws NOT_FOUND for a token we never sent. */
export async function getEmailSubscription(db: Database, token: string, kind?: Kind) {
  return EmailSubscription.parse(await db.call("get_email_subscription", { token, kind }));
}
