"use client";
// Over the top of every page of the panel: orders that nobody has seen yet, and a device that would keep silent about them. It lies over
// the page and moves nothing: what a finger aims at stays where it is.
import { BellRing, Eye, Volume2 } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { useLiveOrders } from "./live-orders";

/** `place`: below the panel's header, or at the foot of a screen that has none. */
export function AlarmBar({ place = "top" }: { place?: "top" | "bottom" }) {
  const t = useTranslations("vendor.alarm");
  const { unseen, alarm, see } = useLiveOrders();
  const away = usePathname() !== "/vendor";
  const enable = alarm.state === "blocked" && (
    <Button
      size="sm"
      variant="secondary"
      icon={<Volume2 aria-hidden className="size-4" />}
      onClick={alarm.toggle}
    >
      {t("enable")}
    </Button>
  );
  return (
    <div
      className={cx(
        "pointer-events-none fixed inset-x-0 z-20 grid gap-2 p-2 *:pointer-events-auto *:shadow-overlay print:hidden",
        place === "top" ? "top-header lg:left-60" : "bottom-0",
      )}
    >
      {enable && unseen.length === 0 && (
        <Notice tone="warning" action={enable}>
          {t("blocked")}
        </Notice>
      )}
      {unseen.length > 0 && (
        <div
          role="alert"
          data-testid="alarm-bar"
          className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-danger-fill px-3.5 py-2.5 text-white"
        >
          <BellRing aria-hidden className="size-5 shrink-0 motion-safe:animate-pulse" />
          <p className="min-w-0 flex-1 basis-48 font-semibold">{t("waiting", { count: unseen.length })}</p>
          {enable}
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
    </div>
  );
}
