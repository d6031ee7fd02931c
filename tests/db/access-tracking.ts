// The access matrix' lines about tracking links: the customer's alone to give and to take, and whoever holds one follows.
import type { Line } from "./access-money.ts";
import { NOBODY } from "./tenants.ts";

const CUSTOMER = "x ok 404 403 403 403 403 403";

export const TRACKING: Line[] = [
  ["create_tracking_link", CUSTOMER, (t) => ({ order_id: t.waits.id })],
  ["get_tracking", "Y Y Y Y Y Y Y Y", (t) => ({ token: t.link.token }), () => "ON_ROUTE"],
  ["get_tracking", "404 404 404 404 404 404 404 404", (t) => ({ token: t.link.id })],
  ["list_tracking_links", "x Y 404 403 403 403 403 403", (t) => ({ order_id: t.rides.id }), (t) => t.link.id],
  ["purge_tracking_links", NOBODY, () => ({})],
  ["revoke_tracking_link", CUSTOMER, (t) => ({ order_id: t.rides.id, link_id: t.link.id })],
];
