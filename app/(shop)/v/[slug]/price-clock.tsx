"use client";
// Keeps the prices on the screen those of the moment. Only a menu whose prices change by the clock needs one, and only later.
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Menu } from "@/lib/catalog/schema";
import { pricesAt } from "./timely-prices";

/** Where the server's clock is behind ours, its next answer may still be the old one. */
const AGAIN_MS = 15_000;

/**
 * Shows nothing. From `until` (the menu's `prices_until`) on, `onChange` gets the products at the prices that hold by then, and the page is
 * read again; null when there is a new menu.
 */
export function PriceClock({
  categories,
  until,
  onChange,
}: {
  categories: Menu["categories"];
  until: string;
  onChange: (categories: Menu["categories"] | null) => void;
}) {
  const router = useRouter();
  useEffect(() => {
    const change = Date.parse(until);
    let timer: ReturnType<typeof setTimeout>;
    function look() {
      clearTimeout(timer);
      const moment = Date.now();
      if (moment < change) {
        timer = setTimeout(look, change - moment);
        return;
      }
      onChange(pricesAt(categories, moment));
      // For everybody who has the menu open it is the same moment: they read it again one after the other.
      timer = setTimeout(readAgain, Math.random() * AGAIN_MS);
    }
    function readAgain() {
      if (navigator.onLine && document.visibilityState === "visible") router.refresh();
      timer = setTimeout(readAgain, AGAIN_MS);
    }
    look();
    document.addEventListener("visibilitychange", look); // a sleeping tab's timers sleep too
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      onChange(null);
    };
  }, [categories, until, onChange, router]);
  return null;
}
