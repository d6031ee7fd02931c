"use client";
// Keeps the prices on the screen those of the moment.
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import type { Menu } from "@/lib/catalog/schema";
import { pricesAt } from "./timely-prices";

/** Where the server's clock is behind ours, its next answer may still be the old one. */
const AGAIN_MS = 15_000;

/** The products at the prices that hold now; when one may have changed, the page is read again. `until` is the menu's `prices_until`. */
export function useTimelyPrices(categories: Menu["categories"], until: string | null): Menu["categories"] {
  const router = useRouter();
  const [now, setNow] = useState(0); // until mounted, as the server drew it
  useEffect(() => {
    if (until === null) return;
    const change = Date.parse(until);
    let timer: ReturnType<typeof setTimeout>;
    function look() {
      clearTimeout(timer);
      const moment = Date.now();
      timer = setTimeout(look, moment < change ? change - moment : AGAIN_MS);
      if (moment < change) return;
      setNow(moment);
      if (navigator.onLine && document.visibilityState === "visible") router.refresh();
    }
    look();
    document.addEventListener("visibilitychange", look); // a sleeping tab's timers sleep too
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [until, router]);
  return useMemo(() => (now === 0 ? categories : pricesAt(categories, now)), [categories, now]);
}
