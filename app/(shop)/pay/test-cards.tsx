"use client";
// The sandbox's test cards: one tap fills the form. Never shown where real money is taken.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TEST_CARDS } from "@/lib/payments/sandbox-cards";

/** `onPick` gets the card's number. */
export function TestCards({ onPick }: { onPick: (number: string) => void }) {
  const t = useTranslations("shop.pay");
  return (
    <section className="grid gap-2 rounded-md bg-surface-2 p-3">
      <h2 className="text-sm">{t("testTitle")}</h2>
      <p className="text-sm text-ink-2">{t("testHint")}</p>
      <ul className="flex flex-wrap gap-2">
        {TEST_CARDS.map(({ number, token }) => (
          <li key={number}>
            <Button
              variant="secondary"
              size="sm"
              aria-label={t("testCard", { name: t(`test.${token}`), digits: number.slice(-4) })}
              onClick={() => onPick(number)}
            >
              {t(`test.${token}`)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
