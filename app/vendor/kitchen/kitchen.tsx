"use client";
// The whole screen for the kitchen: tallies on top, a card an order below. Dark unless the device was told otherwise; it stays awake, and
// says when what it shows may be old.
import { Maximize, Moon, Sun, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConnectionState } from "@/components/live/connection-state";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { useWakeLock } from "@/lib/browser/use-wake-lock";
import { AlarmBar } from "../_orders/alarm-bar";
import { useLiveOrders } from "../_orders/live-orders";
import { useBranchFilter } from "../(board)/use-branch-filter";
import { KitchenCard } from "./kitchen-card";
import { inKitchen, talliesOf } from "./tallies";
import "./kitchen.css";

const PLACE = "vendor-kitchen-light";
const MOST_TALLIES = 12;

export function Kitchen() {
  const t = useTranslations("vendor.kitchen");
  const { orders, branches, pending, state, stale, newCount } = useLiveOrders();
  const { branch } = useBranchFilter(branches);
  const [light, setLight] = useState(false);
  useEffect(() => setLight(localStorage.getItem(PLACE) === "yes"), []);
  useWakeLock(true);
  // The colours are settled on <html>: the wall's take its place while it is shown.
  useEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset.theme;
    dataset.theme = light ? "light" : "dark";
    return () => {
      if (before === undefined) delete dataset.theme;
      else dataset.theme = before;
    };
  }, [light]);

  const shown = inKitchen(branch ? orders.filter((order) => order.branch.id === branch) : orders);
  const tallies = talliesOf(shown);
  const choose = (wanted: boolean) => {
    setLight(wanted);
    localStorage.setItem(PLACE, wanted ? "yes" : "no");
  };
  return (
    <div
      data-testid="kitchen"
      className="kitchen fixed inset-0 z-40 overflow-y-auto bg-bg p-3 pb-24 text-ink sm:p-4 sm:pb-24"
    >
      <header className="mb-3 flex flex-wrap items-center gap-2">
        <h1 className="text-xl">
          {t("title")}
          {branch && (
            <span className="ml-2 font-sans text-base font-normal text-ink-2">
              {branches.find(({ id }) => id === branch)?.name}
            </span>
          )}
        </h1>
        <ConnectionState state={state} />
        {stale && <span className="text-sm font-semibold text-warning">{t("stale")}</span>}
        {newCount > 0 && (
          <ButtonLink href="/vendor" size="sm" data-testid="kitchen-new">
            {t("waiting", { count: newCount })}
          </ButtonLink>
        )}
        <div className="ml-auto flex gap-1">
          <IconButton
            label={t(light ? "dark" : "light")}
            icon={light ? <Moon aria-hidden className="size-5" /> : <Sun aria-hidden className="size-5" />}
            onClick={() => choose(!light)}
          />
          <IconButton
            label={t("full")}
            icon={<Maximize aria-hidden className="size-5" />}
            onClick={() =>
              void (document.fullscreenElement
                ? document.exitFullscreen()
                : document.documentElement.requestFullscreen?.())
            }
          />
          <ButtonLink
            href="/vendor"
            variant="ghost"
            size="sm"
            className="min-w-11"
            icon={<X aria-hidden className="size-5" />}
          >
            <span className="max-sm:sr-only">{t("leave")}</span>
          </ButtonLink>
        </div>
      </header>
      <AlarmBar place="bottom" />
      {tallies.length > 0 && (
        <ul aria-label={t("tallies")} className="mb-4 flex flex-wrap gap-2">
          {tallies.slice(0, MOST_TALLIES).map(({ productId, name, quantity }) => (
            <li
              key={productId}
              className="flex items-baseline gap-2 rounded-md bg-surface-2 px-3 py-1.5 text-xl sm:text-2xl"
            >
              <b className="font-display tabular-nums">{quantity} ×</b>
              <span className="break-words">{name}</span>
            </li>
          ))}
          {tallies.length > MOST_TALLIES && (
            <li className="self-center text-lg text-ink-2">
              {t("more", { count: tallies.length - MOST_TALLIES })}
            </li>
          )}
        </ul>
      )}
      {shown.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,22rem),1fr))] items-start gap-3">
          {shown.map((order) => (
            <KitchenCard key={order.id} order={order} pending={pending.has(order.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}
