// The cart. What is in it lives in the browser; what it costs is asked from the server.
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { chosenPlace } from "../place/chosen-place";
import { CART_COOKIE } from "./cart";
import { CartView } from "./cart-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.cart"))("title") };
}

export default async function CartPage() {
  const [place, jar, t] = await Promise.all([chosenPlace(), cookies(), getTranslations("shop.cart")]);
  return (
    <Page width="reading">
      <h1 className="mb-4 text-2xl">{t("title")}</h1>
      <CartView place={place} full={jar.has(CART_COOKIE)} />
    </Page>
  );
}
