"use client";
// A new tracking link at the one moment when it can be seen: to send, to copy, to be read by a camera.
import { Copy, Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { QrImage } from "@/components/qr-image";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { MadeTrackingLink } from "@/lib/tracking/schema";

export function MadeLink({ link: { url, qr } }: { link: MadeTrackingLink }) {
  const t = useTranslations("shop.share");
  const toast = useToast();
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      toast({ title: t("copied"), tone: "success" });
    } catch {
      toast({ title: t("notCopied"), tone: "danger" }); // not allowed here; the address can be selected
    }
  }
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
        <Button
          variant="secondary"
          icon={<Copy aria-hidden className="size-4" />}
          onClick={() => void copy()}
        >
          {t("copy")}
        </Button>
      </div>
      <QrImage code={qr} label={t("code")} className="size-44 rounded-md border border-line" />
    </div>
  );
}
