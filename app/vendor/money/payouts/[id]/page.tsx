// A payout's statement: its sums, then every order in it, deduction by deduction; for the screen, for paper and as a file.
import { ArrowLeft, Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import { pageDatabase } from "@/lib/identity/session";
import { ApiError } from "@/lib/platform/errors";
import { getPayout } from "@/lib/settlement/queries";
import { requireVendor } from "../../../access";
import { Deductions } from "../../deduction-list";
import { PayableCards } from "../../payable-cards";
import { PayableTable } from "../../payable-table";
import { PrintButton } from "./print-button";
import "./print.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.money.statement"))("title") };
}

export default async function PayoutPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireVendor(`/vendor/money/payouts/${id}`, "money");
  const [payout, t] = await Promise.all([readPayout(id), getTranslations("vendor.money")]);
  return (
    <article className="statement grid grid-cols-[minmax(0,1fr)] gap-4">
      <Link
        href="/vendor/money?show=payouts"
        className="-ml-2 inline-flex min-h-11 items-center gap-1.5 justify-self-start rounded-md px-2 font-semibold text-brand-ink print:hidden"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t("statement.back")}
      </Link>
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-2xl">{t("payouts.number", { number: payout.number })}</h1>
          <p className="text-ink-2">
            {payout.vendor.name} · <Clock at={payout.created_at} date /> ·{" "}
            {t("payouts.orders", { count: payout.orders })}
          </p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <PrintButton />
          <a
            href={`/api/vendor/payouts/${payout.id}/statement`}
            download
            className={buttonClass({ variant: "secondary" })}
          >
            <Download aria-hidden className="size-4" />
            {t("statement.csv")}
          </a>
        </div>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 md:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <Card>
          <h2 className="mb-2 text-lg">{t("statement.sums")}</h2>
          <Deductions sums={payout} net={payout.amount_minor} />
        </Card>
        <Card as="div" className="grid content-center gap-1">
          <p className="text-ink-2">{t("statement.amount")}</p>
          <Money minor={payout.amount_minor} className="font-display text-3xl font-bold" />
          <p className="text-sm text-ink-2">{t("statement.rule")}</p>
        </Card>
      </div>
      <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <h2 className="text-lg">{t("statement.lines")}</h2>
        <Card as="div" flush>
          <PayableTable lines={payout.lines} totals={payout} caption={t("statement.lines")} />
          <PayableCards lines={payout.lines} />
        </Card>
      </section>
    </article>
  );
}

async function readPayout(id: string) {
  try {
    return await getPayout(await pageDatabase(), id);
  } catch (error) {
    // A malformed id is refused by the database as a value; to a reader both are a page that is not here.
    if (error instanceof ApiError && (error.code === "NOT_FOUND" || error.code === "VALIDATION_ERROR"))
      notFound();
    throw error;
  }
}
