"use client";
// A coupon: folded away until somebody has one; then what it takes off, or why it does not, and the way to take it out again.
import { TicketPercent, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import type { Quote } from "@/lib/orders/schema";
import type { Problem } from "../cart/problems";
import { useProblemText } from "../cart/use-problem-text";

/** `code` is what was typed, empty for none; `quote` says what it gives, `problem` why it gives nothing. */
export function CouponSection({
  code,
  quote,
  pending,
  problem,
  onChange,
}: {
  code: string;
  quote: Quote | null;
  pending: boolean;
  problem: Problem | undefined;
  onChange: (code: string) => void;
}) {
  const t = useTranslations("shop.checkout");
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const focus = useCallback((input: HTMLInputElement | null) => input?.focus(), []);
  const use = () => typed.trim() && onChange(typed.trim());

  if (code) {
    const coupon = quote?.coupon;
    return (
      <Card className="grid gap-3" data-testid="coupon" aria-label={t("coupon")}>
        <div className="flex items-center gap-3">
          <TicketPercent aria-hidden className="size-5 shrink-0 text-brand-ink" />
          <p className="min-w-0 flex-1" role="status">
            <span className="font-semibold break-words">{coupon?.code ?? code}</span>{" "}
            <span className="text-ink-2">
              {pending && !problem
                ? t("couponChecked")
                : coupon &&
                  (coupon.kind === "free_delivery" && quote.discount_minor === 0
                    ? t("couponLater")
                    : t.rich("couponGives", { amount: () => <Money minor={quote.discount_minor} /> }))}
            </span>
          </p>
          <IconButton
            label={t("dropCoupon", { code: coupon?.code ?? code })}
            icon={<X aria-hidden />}
            onClick={() => {
              setTyped("");
              setOpen(true); // the focus goes on in its field
              onChange("");
            }}
          />
        </div>
        {problem && (
          <Notice tone="danger" live>
            {problemText(problem)}
          </Notice>
        )}
      </Card>
    );
  }
  return (
    <Card data-testid="coupon" aria-label={t("coupon")}>
      {open ? (
        <div className="flex items-end gap-2">
          <Field label={t("coupon")} className="min-w-0 flex-1">
            {(control) => (
              <Input
                {...control}
                ref={focus}
                autoCapitalize="characters"
                autoComplete="off"
                spellCheck={false}
                maxLength={40}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault(); // the form around it would place the order
                  use();
                }}
              />
            )}
          </Field>
          <Button variant="secondary" disabled={!typed.trim()} onClick={use}>
            {t("useCoupon")}
          </Button>
        </div>
      ) : (
        <button
          type="button"
          className="flex min-h-11 w-full items-center gap-3 text-left font-medium"
          onClick={() => setOpen(true)}
        >
          <TicketPercent aria-hidden className="size-5 shrink-0 text-brand-ink" />
          {t("addCoupon")}
        </button>
      )}
    </Card>
  );
}
