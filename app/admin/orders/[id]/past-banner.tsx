"use client";
// Says that what is shown is the past, and leads back.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Clock } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import type { Order } from "@/lib/orders/schema";

export function PastBanner({ past, onBack }: { past: Order; onBack: () => void }) {
  const t = useTranslations("admin.order.past");
  return (
    <div data-testid="past" data-version={past.version} className="sticky top-2 z-10">
      <Notice
        tone="warning"
        live
        action={
          <Button size="sm" onClick={onBack}>
            {t("back")}
          </Button>
        }
      >
        {t.rich("banner", { time: () => <Clock at={past.updated_at} date /> })}
      </Notice>
    </div>
  );
}
