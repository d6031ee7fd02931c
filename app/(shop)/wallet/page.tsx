// The wallet: what is in it, what came and went, adding credit and sending it.
import { Download } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { buttonClass } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/card";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { IdParams } from "@/lib/platform/http/fields";
import { getWallet, listWalletTransactions } from "@/lib/wallet/queries";
import { WalletView } from "./wallet-view";

const AT_ONCE = 20;

type Props = { searchParams: Promise<{ payment?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.wallet"))("title") };
}

export default async function WalletPage({ searchParams }: Props) {
  const { payment } = await searchParams;
  const resumed = IdParams.safeParse({ id: payment }).data?.id;
  const path = resumed ? `/wallet?payment=${resumed}` : "/wallet";
  const [user, db, t] = await Promise.all([
    pageUser("customer", path),
    pageDatabase(),
    getTranslations("shop.wallet"),
  ]);
  if (payment && !resumed) redirect("/wallet");
  const [wallet, transactions] = await Promise.all([
    getWallet(db),
    listWalletTransactions(db, { limit: AT_ONCE }),
  ]);
  const exportLink = (
    <a href="/api/wallet/statement" download className={buttonClass({ variant: "secondary", size: "sm" })}>
      <Download aria-hidden className="size-4" />
      {t("export")}
    </a>
  );
  return (
    <Page width="reading">
      <h1 className="mb-4 text-2xl">{t("title")}</h1>
      <WalletView
        userId={user.id}
        wallet={wallet}
        transactions={transactions}
        heading={<SectionHeading title={t("statement")} actions={exportLink} className="mb-2" />}
        resumed={resumed ?? null}
      />
    </Page>
  );
}
