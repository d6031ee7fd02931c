// The vendor's coupons, with words of their own. It stands outside `loading.tsx`, so that a redirect is a real one.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { requireVendor } from "../access";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("promotions"))("title") };
}

export default async function PromotionsLayout({ children }: { children: ReactNode }) {
  await requireVendor("/vendor/promotions", "money");
  return <Messages namespaces={["promotions"]}>{children}</Messages>;
}
