"use client";
// A new tracking link at the one moment when it can be seen: to send, to copy, to be read by a camera.
import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { QrImage } from "@/components/qr-image";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { MadeTrackingLink } from "@/lib/tracking/schema";

export function MadeLink({ link: { url, qr } }: { link: MadeTrackingLink }) {
  const t = useTranslations("shop.share");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3" data-testid="tracking-link">
      <code className="rounded-md bg-surface-2 p-3 font-mono text-sm break-all select-all">{url}</code>
      <div className="flex flex-wrap gap-2">
        {"share" in navigator && (
          <Button
            icon={<Share2 aria-hidden className="size-4" />}
            // A person who changes their mind is no failure.
            onClick={() => void navigator.share({ title: t("shareTitle"), url }).catch(() => undefined)}
          >
            {t("send")}
          </Button>
        )}
        <CopyButton text={url} />
      </div>
      <QrImage code={qr} label={t("code")} className="size-44 rounded-md border border-line" />
    </div>
  );
}
