"use client";
// Letting somebody else follow this order, and taking that back.
import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";

const ShareSheet = lazySheet(() => import("./share-sheet").then((module) => module.ShareSheet));

/** For an order on its way. */
export function ShareOrder({ orderId }: { orderId: string }) {
  const t = useTranslations("shop.share");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        className="justify-self-start"
        icon={<Share2 aria-hidden className="size-4" />}
        onClick={() => setOpen(true)}
      >
        {t("action")}
      </Button>
      <ShareSheet open={open} orderId={orderId} onClose={() => setOpen(false)} />
    </>
  );
}
