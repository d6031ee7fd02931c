// One order, followed live.
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/messages";
import { Page } from "@/components/page";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { getOrder, listOrderEvents } from "@/lib/orders/queries";
import { ApiError } from "@/lib/platform/errors";
import { IdParams } from "@/lib/platform/http/fields";
import { OrderSummary } from "./order-summary";
import { PickupCard } from "./pickup-card";
import { ProblemCard } from "./problem-later";
import { Tracking } from "./tracking";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.track"))("title") };
}

export default async function OrderPage({ params }: Props) {
  const { id } = await params;
  if (!IdParams.safeParse({ id }).success) notFound();
  if (!(await currentUser())) redirect(`/sign-in?next=/orders/${id}`);
  const db = await pageDatabase();
  try {
    const [order, events] = await Promise.all([getOrder(db, id), listOrderEvents(db, id, { limit: 50 })]);
    return (
      <Page width="wide">
        <Tracking
          order={order}
          events={events.data}
          summary={<OrderSummary order={order} />}
          pickup={order.type === "pickup" && <PickupCard order={order} />}
          problem={
            <Messages namespaces={["disputes"]}>
              <ProblemCard orderId={order.id} />
            </Messages>
          }
        />
      </Page>
    );
  } catch (error) {
    if (error instanceof ApiError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
