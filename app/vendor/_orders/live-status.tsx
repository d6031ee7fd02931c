"use client";
// The top bar's slot: new orders waiting (away from the board), how fresh the screen is, and the sound switch.
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazily } from "@/components/lazily";
import { ConnectionState } from "@/components/live/connection-state";
import { useLiveOrders } from "./live-orders";
import { useMoves } from "./use-moves";

const SoundSwitch = lazily(() => import("./sound-switch").then((module) => module.SoundSwitch));

export function LiveStatus() {
  const t = useTranslations("vendor");
  const { state, newCount, alarm, orders, find } = useLiveOrders();
  const moves = useMoves(orders, find);
  const away = usePathname() !== "/vendor";
  return (
    <>
      {/* The board is for the eye, the alarm for the ear: this is for who has neither. */}
      <span role="status" className="sr-only">
        {newCount > 0 && t("newOrders", { count: newCount })}
      </span>
      <span role="status" className="sr-only">
        {moves}
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
      <ConnectionState state={state} tight />
      <SoundSwitch alarm={alarm} />
    </>
  );
}
