"use client";
// The order's tracking link for a camera. Made when it is asked for: printing a receipt gives nothing away by itself.
import { QrCode } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { QrImage } from "@/components/qr-image";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { MadeTrackingLink } from "@/lib/tracking/schema";

export function ReceiptCode({ orderId }: { orderId: string }) {
  const t = useTranslations("shop.receipt");
  const errorText = useErrorText();
  const [link, setLink] = useState<MadeTrackingLink | null>(null);
  const make = useAction(async () =>
    setLink(await api.post<MadeTrackingLink>(`/api/orders/${orderId}/tracking-links`)),
  );
  if (link) {
    return (
      <figure className="grid justify-items-center gap-1 text-center" data-testid="receipt-code">
        <QrImage code={link.qr} label={t("code")} className="size-36" />
        <figcaption className="text-sm text-ink-2">{t("scan")}</figcaption>
      </figure>
    );
  }
  return (
    <div className="grid gap-2 print:hidden">
      {make.error !== null && (
        <Notice tone="danger" live>
          {errorText(make.error)}
        </Notice>
      )}
      <Button
        variant="secondary"
        className="justify-self-start"
        icon={<QrCode aria-hidden className="size-4" />}
        pending={make.pending}
        onClick={() => void make.run()}
      >
        {t("addCode")}
      </Button>
      <p className="text-sm text-ink-3">{t("addCodeHint")}</p>
    </div>
  );
}
