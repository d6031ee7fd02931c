// An order's kitchen ticket: on screen as it will be on paper, with the printer's settings of this device.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { pageDatabase } from "@/lib/identity/session";
import { getOrder } from "@/lib/orders/queries";
import { ApiError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/http/fields";
import { Ticket } from "../../../_print/ticket";
import { TicketTools } from "../../../_print/ticket-tools";
import { requireVendor } from "../../../access";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.ticket"))("title") };
}

export default async function TicketPage({ params }: Props) {
  const { id } = await params;
  await requireVendor(`/vendor/orders/${id}/ticket`);
  if (!isId(id)) notFound();
  const order = await getOrder(await pageDatabase(), id).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-4">
      <TicketTools order={order} />
      <div className="rounded-md border border-line shadow-card print:border-0 print:shadow-none">
        <Ticket order={order} />
      </div>
    </div>
  );
}
