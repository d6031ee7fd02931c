"use client";
// The top bar's slot: new orders waiting (away from the board), how fresh the screen is, and the sound switch.
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazily } from "@/components/lazily";
import { ConnectionState } from "@/components/live/connection-state";
import { cx } from "@/components/ui/cx";
import { useLiveOrders } from "./live-orders";

const SoundSwitch = lazily(() => import("./sound-switch").then((module) => module.SoundSwitch));

export function LiveStatus() {
  const t = useTranslations("vendor");
  const { state, newCount, alarm } = useLiveOrders();
  const away = usePathname() !== "/vendor";
  return (
    <>
      {/* The board is for the eye, the alarm for the ear: this is for who has neither. */}
      <span role="status" className="sr-only">
        {newCount > 0 && t("newOrders", { count: newCount })}
      </span>
      {away && newCount > 0 && (
        <Link
          href="/vendor"
          className="inline-flex min-h-control-sm min-w-control-sm shrink-0 items-center justify-center rounded-full bg-brand px-3 text-sm font-bold whitespace-nowrap text-on-brand"
        >
          <span aria-hidden className="sm:hidden">
            {newCount}
          </span>
          <span className="max-sm:sr-only">{t("newOrders", { count: newCount })}</span>
        </Link>
      )}
      {/* On a phone a lost connection needs more words than the bar has room for: it moves below it. */}
      <ConnectionState
        state={state}
        className={cx(
          "leading-tight",
          (state === "polling" || state === "offline") &&
            "max-sm:fixed max-sm:inset-x-0 max-sm:top-header max-sm:border-b max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:py-1.5",
        )}
      />
      <SoundSwitch alarm={alarm} />
    </>
  );
}
