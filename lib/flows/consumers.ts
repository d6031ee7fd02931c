// Who acts outside the database on what happened. Who acts inside it, and what everybody subscribes to, are rows of the table `consumers`;
// a test holds the lists equal.
import { notificationConsumers } from "@/lib/notifications/consumers";
import type { Consumer } from "@/lib/platform/queue/consumer";
import { webhookDeliveries } from "@/lib/webhooks/consumers";

export const consumers: readonly Consumer[] = [...notificationConsumers, webhookDeliveries];
