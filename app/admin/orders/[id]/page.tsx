// One order as an operator sees it: everything about it, its history, and the override.
import { notFound } from "next/navigation";
import { listVendorCouriers } from "@/lib/couriers/queries";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { getOrder, listOrderEvents } from "@/lib/orders/queries";
import { ApiError } from "@/lib/platform/errors";
import { OrderRoom } from "./order-room";

const MOST_EVENTS = 50;

export default async function AdminOrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await pageUser("admin", `/admin/orders/${id}`);
  const { order, events } = await readOrder(id);
  const couriers = await listVendorCouriers(await pageDatabase(), order.branch.vendor.id);
  return <OrderRoom initial={order} initialEvents={events} initialCouriers={couriers} />;
}

async function readOrder(id: string) {
  try {
    const db = await pageDatabase();
    const [order, events] = await Promise.all([
      getOrder(db, id),
      listOrderEvents(db, id, { limit: MOST_EVENTS }),
    ]);
    return { order, events };
  } catch (error) {
    // A malformed id is refused by the database as a value; to a reader both are a page that is not here.
    if (error instanceof ApiError && (error.code === "NOT_FOUND" || error.code === "VALIDATION_ERROR"))
      notFound();
    throw error;
  }
}
