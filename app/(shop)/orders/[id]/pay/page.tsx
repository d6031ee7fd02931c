// Paying for an order by card. Reloading changes nothing; what is paid already leads on to the order.
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { getOrder } from "@/lib/orders/queries";
import { getPayment } from "@/lib/payments/queries";
import { ApiError } from "@/lib/platform/errors";
import { IdParams } from "@/lib/platform/http/fields";
import { isSettled } from "./outcome";
import { PayOrder } from "./pay-order";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.pay"))("title") };
}

export default async function PayPage({ params }: Props) {
  const { id } = await params;
  if (!IdParams.safeParse({ id }).success) notFound();
  if (!(await currentUser())) redirect(`/sign-in?next=/orders/${id}/pay`);
  try {
    const db = await pageDatabase();
    const order = await getOrder(db, id);
    if (!order.payment_id) redirect(`/orders/${id}`);
    const payment = await getPayment(db, order.payment_id);
    if (isSettled(order, payment)) redirect(`/orders/${id}`);
    return (
      <Page width="narrow">
        <PayOrder order={order} payment={payment} />
      </Page>
    );
  } catch (error) {
    if (error instanceof ApiError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
