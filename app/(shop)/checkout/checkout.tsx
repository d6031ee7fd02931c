"use client";
// The checkout's frame: waits for the browser's cart and reads the branch it is from.
import { ShoppingBag } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazily } from "@/components/lazily";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { VendorDetail } from "@/lib/catalog/schema";
import type { Wallet } from "@/lib/wallet/schema";
import { useCart } from "../cart/cart-store";
import type { ChosenPlace, SavedAddress } from "../place/place";
import { CheckoutSkeleton } from "./checkout-skeleton";

// Only the browser knows the cart, so the form is not part of the first load; it is fetched while the branch is read.
const loadForm = () => import("./checkout-form").then((module) => module.CheckoutForm);
if (typeof window !== "undefined") void loadForm();
const CheckoutForm = lazily(loadForm, <CheckoutSkeleton />);

/** `place` is where it goes unless changed here; `addresses` are the customer's saved ones; `wallet` is read again when not given. */
export function Checkout({
  place,
  addresses,
  wallet,
}: {
  place: ChosenPlace | null;
  addresses: SavedAddress[];
  wallet: Wallet | undefined;
}) {
  const t = useTranslations("shop");
  const errorText = useErrorText();
  const { cart, ready } = useCart();
  const slug = cart.branch?.vendor_slug;
  const vendor = useResource<VendorDetail>(slug ? `/api/vendors/${slug}` : null);
  if (!ready) return <CheckoutSkeleton />;
  if (!cart.branch) {
    return (
      <EmptyState
        icon={<ShoppingBag />}
        title={t("cart.emptyTitle")}
        action={<ButtonLink href="/vendors">{t("cart.emptyAction")}</ButtonLink>}
      >
        {t("cart.emptyBody")}
      </EmptyState>
    );
  }
  const branch = vendor.data?.branches.find(({ id }) => id === cart.branch?.id);
  if (branch) {
    return <CheckoutForm cart={cart} branch={branch} place={place} addresses={addresses} wallet={wallet} />;
  }
  if (vendor.error)
    return <ErrorState message={errorText(vendor.error)} onRetry={vendor.reload} retrying={vendor.loading} />;
  if (!vendor.data) return <CheckoutSkeleton />;
  return (
    <EmptyState
      icon={<ShoppingBag />}
      title={t("checkout.branchGone")}
      action={<ButtonLink href="/vendors">{t("cart.emptyAction")}</ButtonLink>}
    >
      {t("checkout.branchGoneBody")}
    </EmptyState>
  );
}
