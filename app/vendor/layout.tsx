// The vendor's panel. The live orders are kept here, above every page: a new order rings while the menu is being edited too.
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { PanelShell } from "@/components/panel-shell";
import { listVendorBranches } from "@/lib/catalog/panel-queries";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { listVendorOrders } from "@/lib/orders/queries";
import { LiveOrders } from "./_orders/live-orders";
import { LiveStatus } from "./_orders/live-status";
import { shortName } from "./short-name";

export default async function VendorLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (user?.role !== "vendor_admin") return children; // the section's own layout redirects

  const db = await pageDatabase();
  const [branches, orders] = await Promise.all([
    listVendorBranches(db),
    listVendorOrders(db, { status: "active", limit: 50 }),
  ]);
  return (
    <Messages namespaces={["vendor", "disputes"]}>
      <LiveOrders
        branches={branches.data.map(({ id, name, lat, lng }) => ({
          id,
          name: shortName(name, user.vendor?.name),
          lat,
          lng,
        }))}
        initial={orders}
      >
        <PanelShell area="vendor" user={user} title={user.vendor?.name} status={<LiveStatus />}>
          {children}
        </PanelShell>
      </LiveOrders>
    </Messages>
  );
}
