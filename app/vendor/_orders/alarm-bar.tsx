"use client";
// Over the top of every page of the panel: orders that nobody has seen yet, and a device that would keep silent about them. What comes while
// somebody works lies over the page and moves nothing: what a finger aims at stays where it is. What waited before the page was opened has a
// place of its own above it.
import { BellRing, Eye, Volume2 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { useLiveOrders } from "./live-orders";

/** `place`: below the panel's header, or at the foot of a screen that has none. */
export function AlarmBar({ place = "top" }: { place?: "top" | "bottom" }) {
  const t = useTranslations("vendor.alarm");
  const { unseen, alarm, see } = useLiveOrders();
  const path = usePathname();
  const away = path !== "/vendor";
  const isWaiting = unseen.length > 0;
  const [waited, setWaited] = useState({ on: path, before: isWaiting });
  if (waited.on !== path || (waited.before && !isWaiting)) setWaited({ on: path, before: isWaiting });
  const hasPlace = place === "top" && away && waited.before;
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
        "pointer-events-none z-20 grid gap-2 p-2 *:pointer-events-auto *:shadow-overlay print:hidden",
        hasPlace && "sticky top-header -mx-4 -mt-4 mb-2 lg:-mx-6 lg:-mt-6",
        !hasPlace && place === "top" && "fixed inset-x-0 top-header lg:left-60",
        place === "bottom" && "fixed inset-x-0 bottom-0",
      )}
    >
      {enable && !isWaiting && (
        <Notice tone="warning" action={enable}>
          {t("blocked")}
        </Notice>
      )}
      {isWaiting && (
        <div
          role="alert"
          data-testid="alarm-bar"
          className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-danger-fill px-3.5 py-2.5 text-white"
        >
          <BellRing aria-hidden className="size-5 shrink-0 motion-safe:animate-pulse" />
          {/* The words are the way to the board: on a phone a row more would cover the tabs of the page. */}
          <p className="min-w-0 flex-1 basis-32 font-semibold">
            {away ? (
              <Link
                href="/vendor"
                className="inline-block min-h-control-sm content-center rounded-sm underline underline-offset-4 focus-visible:outline-white"
              >
                {t("waiting", { count: unseen.length })}
                <span className="sr-only"> · {t("toBoard")}</span>
              </Link>
            ) : (
              t("waiting", { count: unseen.length })
            )}
          </p>
          {enable}
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
