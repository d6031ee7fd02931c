"use client";
// The cart's frame: empty, or full. What a full one holds only the browser knows, so what it needs is fetched apart.
import { ShoppingBag } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazily } from "@/components/lazily";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import type { ChosenPlace } from "../place/place";
import { useCart } from "./cart-store";

const loadFull = () => import("./full-cart").then((module) => module.FullCart);
if (typeof window !== "undefined") void loadFull();
const FullCart = lazily(loadFull, <CartSkeleton />);

/** `place` is where it would go; without one the fee is told at the checkout. `full`: so its cookie says, until it has been read. */
export function CartView({ place, full }: { place: ChosenPlace | null; full: boolean }) {
  const { cart, ready } = useCart();
  const t = useTranslations("shop.cart");
  if (!ready && full) return <CartSkeleton />;
  if (!cart.branch) {
    return (
      <EmptyState
        icon={<ShoppingBag />}
        title={t("emptyTitle")}
        action={<ButtonLink href="/vendors">{t("emptyAction")}</ButtonLink>}
      >
        {t("emptyBody")}
      </EmptyState>
    );
  }
  return <FullCart cart={cart} branch={cart.branch} place={place} />;
}

function CartSkeleton() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-64 rounded-lg" />
      <Skeleton className="h-44 rounded-lg" />
    </Loading>
  );
}
