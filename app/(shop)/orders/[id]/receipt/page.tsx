// An order on paper: what was bought, for how much and how it was paid. A4, or ?paper=80 for a till's roll.
import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { cx } from "@/components/ui/cx";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { getOrder } from "@/lib/orders/queries";
import { ApiError } from "@/lib/platform/errors";
import { IdParams } from "@/lib/platform/http/fields";
import { awaitsPayment } from "../../unpaid";
import { hasEnded } from "../progress";
import { PrintReceipt } from "./print-receipt";
import { Receipt } from "./receipt";
import { ReceiptCode } from "./receipt-code";
import "./print.css";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ paper?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.receipt"))("title") };
}

export default async function ReceiptPage({ params, searchParams }: Props) {
  const [{ id }, { paper }] = await Promise.all([params, searchParams]);
  if (!IdParams.safeParse({ id }).success) notFound();
  const user = await currentUser();
  if (!user) redirect(`/sign-in?next=/orders/${id}/receipt`);
  const [order, t] = await Promise.all([readOrder(id), getTranslations("shop.receipt")]);
  const roll = paper === "80";
  const papers = [
    { label: t("a4"), href: `/orders/${id}/receipt`, on: !roll },
    { label: t("roll"), href: `/orders/${id}/receipt?paper=80`, on: roll },
  ];
  const followed = user.role === "customer" && !hasEnded(order.status) && !awaitsPayment(order);
  return (
    <Page width="reading" className="grid grid-cols-1 gap-4">
      <div className="grid gap-3 print:hidden">
        <Link
          href={`/orders/${id}`}
          className="-ml-2 inline-flex min-h-11 items-center gap-1.5 justify-self-start rounded-md px-2 font-semibold text-brand-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t("back")}
        </Link>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <nav aria-label={t("paper")} className="flex gap-1">
            {papers.map(({ label, href, on }) => (
              <Link
                key={href}
                href={href}
                replace
                aria-current={on ? "true" : undefined}
                className={cx(
                  "inline-flex min-h-11 items-center rounded-md px-4 font-semibold",
                  on ? "bg-brand-soft text-brand-ink" : "text-ink-2 hover:bg-surface-2",
                )}
              >
                {label}
              </Link>
            ))}
          </nav>
          <PrintReceipt />
        </div>
      </div>
      <Receipt order={order} roll={roll} code={followed && <ReceiptCode orderId={id} />} />
    </Page>
  );
}

async function readOrder(id: string) {
  try {
    return await getOrder(await pageDatabase(), id);
  } catch (error) {
    if (error instanceof ApiError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
