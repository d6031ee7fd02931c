// The checkout: for customers. A stranger signs in first and comes back; the cart waits in the browser.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { Notice } from "@/components/ui/notice";
import { listAddresses } from "@/lib/identity/account";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { getWallet } from "@/lib/wallet/queries";
import { chosenPlace } from "../place/chosen-place";
import { Checkout } from "./checkout";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.checkout"))("title") };
}

export default async function CheckoutPage() {
  const [user, t] = await Promise.all([currentUser(), getTranslations("shop.checkout")]);
  if (!user) redirect("/sign-in?next=/checkout");
  return (
    <Page width="wide">
      <h1 className="mb-4 text-2xl">{t("title")}</h1>
      {user.role === "customer" ? (
        <Checkout {...(await whatIsKnown())} />
      ) : (
        <Notice tone="warning">{t("customersOnly")}</Notice>
      )}
    </Page>
  );
}

/** Read at once, so that the form starts complete. An order can be placed without a wallet: its failure is not the page's. */
async function whatIsKnown() {
  const db = await pageDatabase();
  const [place, addresses, wallet] = await Promise.all([
    chosenPlace(),
    listAddresses(db),
    getWallet(db).catch(() => undefined),
  ]);
  return { place, addresses: addresses.data, wallet };
}
