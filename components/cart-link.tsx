// The way to the cart, with how much is in it. The count comes from whoever keeps the cart.
import { ShoppingBag } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CountBadge } from "@/components/ui/count-badge";

/** `count` is the number of items in the cart. */
export function CartLink({ count }: { count: number }) {
  const t = useTranslations("common.nav");
  return (
    <Link
      href="/cart"
      aria-label={t("cartCount", { count })}
      className="relative grid size-11 shrink-0 place-items-center rounded-full text-ink hover:bg-surface-2"
    >
      <ShoppingBag aria-hidden className="size-6" />
      <CountBadge count={count} />
    </Link>
  );
}
