// The sandbox bank's question: where a real provider would send the person to their bank. Not KapGel's look, on purpose.
import { Landmark } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { pathOf } from "@/app/(shop)/pay/payment-path";
import { Messages } from "@/components/messages";
import { formatMoney } from "@/lib/format/money";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { getPayment } from "@/lib/payments/queries";
import { ApiError } from "@/lib/platform/errors";
import { IdParams } from "@/lib/platform/http/fields";
import { BankAnswer } from "./bank-answer";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.bank"))("title") };
}

export default async function ChallengePage({ params }: Props) {
  const { id } = await params;
  if (!IdParams.safeParse({ id }).success) notFound();
  if (!(await currentUser())) redirect(`/sign-in?next=/payments/${id}/challenge`);
  const [payment, t, locale] = await Promise.all([
    paymentOr404(id),
    getTranslations("shop.bank"),
    getLocale(),
  ]);
  if (payment.provider !== "sandbox") notFound();
  if (payment.status !== "requires_action") redirect(pathOf(payment));
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto grid min-h-dvh max-w-md content-center gap-6 p-6 outline-none"
    >
      <p className="flex items-center gap-3 border-b border-line pb-4 text-lg font-semibold">
        <Landmark aria-hidden className="size-6" />
        {t("name")}
      </p>
      <h1 className="text-2xl">
        {t("question", { amount: formatMoney(payment.amount_minor, { locale, currency: payment.currency }) })}
      </h1>
      <Messages namespaces={["shop.bank"]}>
        <BankAnswer payment={payment} />
      </Messages>
      <p className="text-sm text-ink-2">{t("hint")}</p>
    </main>
  );
}

async function paymentOr404(id: string) {
  try {
    return await getPayment(await pageDatabase(), id);
  } catch (error) {
    if (error instanceof ApiError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
