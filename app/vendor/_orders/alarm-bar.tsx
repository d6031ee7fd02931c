"use client";
// Above every page of the panel: orders that nobody has seen yet, and a device that would keep silent about them.
import { BellRing, Eye, Volume2 } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useLiveOrders } from "./live-orders";

export function AlarmBar() {
  const t = useTranslations("vendor.alarm");
  const { unseen, alarm, see } = useLiveOrders();
  const away = usePathname() !== "/vendor";
  return (
    <>
      {alarm.state === "blocked" && (
        <Notice
          tone="warning"
          className="mb-3 print:hidden"
          action={
            <Button size="sm" icon={<Volume2 aria-hidden className="size-4" />} onClick={alarm.toggle}>
              {t("enable")}
            </Button>
          }
        >
          {t("blocked")}
        </Notice>
      )}
      {unseen.length > 0 && (
        <div
          role="alert"
          data-testid="alarm-bar"
          className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-danger-fill px-3.5 py-2.5 text-white print:hidden"
        >
          <BellRing aria-hidden className="size-5 shrink-0 motion-safe:animate-pulse" />
          <p className="min-w-0 flex-1 basis-48 font-semibold">{t("waiting", { count: unseen.length })}</p>
          {away && (
            <ButtonLink size="sm" variant="secondary" href="/vendor">
              {t("toBoard")}
            </ButtonLink>
          )}
          <Button
            size="sm"
            variant="secondary"
            icon={<Eye aria-hidden className="size-4" />}
            onClick={() => see(unseen.map(({ id }) => id))}
          >
            {t("seen")}
          </Button>
        </div>
      )}
    </>
  );
}
