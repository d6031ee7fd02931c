"use client";
// What is about to be sent, to be read before it is gone.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import { formatMoney } from "@/lib/format/money";
import type { SendBody } from "./sending";

/** `error` is why the last try got no answer: trying again cannot send twice. */
export function SendReview({
  body,
  error,
  pending,
  onBack,
  onConfirm,
}: {
  body: SendBody;
  error: unknown;
  pending: boolean;
  onBack: () => void;
  onConfirm: () => void;
}) {
  const t = useTranslations("shop.wallet");
  const c = useTranslations("common");
  const locale = useLocale();
  const errorText = useErrorText();
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 rounded-md bg-surface-2 p-4">
        <dt className="text-ink-2">{t("to")}</dt>
        <dd className="min-w-0 font-semibold break-all">{body.to_email}</dd>
        <dt className="text-ink-2">{t("amount")}</dt>
        <dd className="font-semibold">
          <Money minor={body.amount_minor} />
        </dd>
        {body.note && (
          <>
            <dt className="text-ink-2">{t("note")}</dt>
            <dd className="min-w-0 break-words">{body.note}</dd>
          </>
        )}
      </dl>
      <Notice tone="warning">{t("reviewBody")}</Notice>
      {error !== null && (
        <Notice tone="danger" live>
          {errorText(error)}
        </Notice>
      )}
      <div className="grid grid-cols-[auto_1fr] gap-2">
        <Button variant="ghost" size="lg" onClick={onBack} disabled={pending}>
          {c("back")}
        </Button>
        <Button size="lg" pending={pending} onClick={onConfirm}>
          {t("confirm", { amount: formatMoney(body.amount_minor, { locale }) })}
        </Button>
      </div>
    </div>
  );
}
