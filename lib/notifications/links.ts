// Where a notification leads: the page that shows more of it, to the one who was told.
import type { Told } from "./schema";

/** A path of this site. */
export function pathOf({ kind, audience, data }: Told): string {
  switch (kind) {
    case "wallet_credit":
      return "/wallet";
    case "low_stock":
      return "/vendor/menu";
    case "dispute_opened":
    case "dispute_resolved":
      return audience === "vendor" ? "/vendor/disputes" : `/orders/${data.order_id}`;
    case "webhook_stopped":
      return "/vendor/webhooks";
    case "paper_refused":
      return "/apply";
    case "application_decided":
      return data.decision === "approved" ? "/vendor" : "/apply";
    case "test":
      return "/account/notifications";
  }
  if (audience === "vendor") return "/vendor";
  if (audience === "courier")
    return kind === "order_cancelled" ? "/courier" : `/courier/tasks/${data.order_id}`;
  return `/orders/${data.order_id}`;
}
