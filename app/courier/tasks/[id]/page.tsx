// One task: where to go, what to take, and the one next step.
import { notFound } from "next/navigation";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { getOrder } from "@/lib/orders/queries";
import type { Order } from "@/lib/orders/schema";
import { ApiError } from "@/lib/platform/errors";
import { TaskView } from "./task-view";

export default async function TaskPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await pageUser("courier", `/courier/tasks/${id}`);
  return <TaskView initial={await readTask(id)} />;
}

async function readTask(id: string): Promise<Order> {
  try {
    return await getOrder(await pageDatabase(), id);
  } catch (error) {
    // A malformed id is refused by the database as a value; to a reader both are a page that is not here.
    if (error instanceof ApiError && (error.code === "NOT_FOUND" || error.code === "VALIDATION_ERROR"))
      notFound();
    throw error;
  }
}
