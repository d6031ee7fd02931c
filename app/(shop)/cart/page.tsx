// The cart. What is in it lives in the browser; what it costs is asked from the server.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { chosenPlace } from "../place/chosen-place";
import { CartView } from "./cart-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.cart"))("title") };
}

export default async function CartPage() {
  const [place, t] = await Promise.all([chosenPlace(), getTranslations("shop.cart")]);
  return (
    <Page width="reading">
      <h1 className="mb-4 text-2xl">{t("title")}</h1>
      <CartView place={place} />
    </Page>
  );
}
