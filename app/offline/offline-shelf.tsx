"use client";
// What can still be read: menus as they were last seen, and that the cart is still there. The page comes back by itself with the network.
import { ChevronRight, RotateCw, ShoppingBag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { reloadWhenBack } from "@/lib/browser/come-back";
import { type KeptMenu, keptMenus } from "@/lib/browser/kept-menus";
import { useCart } from "../(shop)/cart/cart-store";

export function OfflineShelf() {
  const t = useTranslations("common");
  const { cart } = useCart();
  const [menus, setMenus] = useState<KeptMenu[]>([]);
  useEffect(() => {
    void keptMenus().then(setMenus);
    return reloadWhenBack();
  }, []);
  return (
    <>
      <Button
        className="justify-self-start"
        icon={<RotateCw aria-hidden className="size-4" />}
        onClick={() => location.reload()}
      >
        {t("retry")}
      </Button>
      {cart.lines.length > 0 && (
        <p className="flex items-center gap-3 text-ink-2">
          <ShoppingBag aria-hidden className="size-5 shrink-0" />
          {t("offline.cart")}
        </p>
      )}
      {menus.length > 0 && (
        <section className="grid gap-3">
          <h2 className="text-xl">{t("offline.menus")}</h2>
          <ul className="grid gap-2">
            {menus.map(({ path, name, at }) => (
              <Card as="li" flush key={path}>
                {/* A document: the router would ask the network for the rest of the page. */}
                <a
                  href={path}
                  className="flex min-h-14 items-center gap-3 px-4 py-3 hover:bg-surface-2 focus-visible:-outline-offset-2"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block font-semibold break-words">{name}</span>
                    <span className="block text-sm text-ink-2">
                      {t.rich("offline.seen", { when: () => <Clock at={at} date /> })}
                    </span>
                  </span>
                  <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
                </a>
              </Card>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
