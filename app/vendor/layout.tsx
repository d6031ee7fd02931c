// The vendor's panel. The live orders are kept here, above every page: a new order rings while the menu is being edited too.
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { PanelShell } from "@/components/panel-shell";
import { listVendorBranches } from "@/lib/catalog/panel-queries";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { listWaitingAlarms } from "@/lib/orders/alarms";
import { listVendorOrders } from "@/lib/orders/queries";
import { AlarmBar } from "./_orders/alarm-bar";
import { LiveOrders } from "./_orders/live-orders";
import { LiveStatus } from "./_orders/live-status";
import { shortName } from "./short-name";

export default async function VendorLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (user?.role !== "vendor_admin" || !user.vendor) return children; // the section's own layout redirects

  const vendor = user.vendor.name;
  const db = await pageDatabase();
  const [branches, orders, alarms] = await Promise.all([
    listVendorBranches(db),
    listVendorOrders(db, { status: "active", limit: 50 }),
    listWaitingAlarms(db, { limit: 50 }),
  ]);
  return (
    <Messages namespaces={["vendor", "disputes"]}>
      <LiveOrders
        branches={branches.data.map(({ id, name, lat, lng, pace }) => ({
          id,
          pace,
          name: shortName(name, vendor),
          lat,
          lng,
        }))}
        rights={user.rights}
        initial={orders}
        initialAlarms={alarms}
      >
        <PanelShell area="vendor" user={user} rights={user.rights} title={vendor} status={<LiveStatus />}>
          <AlarmBar />
          {children}
        </PanelShell>
      </LiveOrders>
    </Messages>
  );
}
