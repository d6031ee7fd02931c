// The vendor's webhooks, with words of their own: no other page of the panel needs them.
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { requireVendor } from "../access";

export default async function WebhooksLayout({ children }: { children: ReactNode }) {
  await requireVendor("/vendor/webhooks", "staff");
  return <Messages namespaces={["webhooks"]}>{children}</Messages>;
}
