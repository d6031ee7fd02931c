"use client";
// Keeps this menu for a time without a network, once the page has come to rest.
import { useEffect } from "react";

/** After `lazy-sheet.tsx` has fetched what taps will need: that is kept too. */
const REST_MS = 4_000;

export function KeepMenu({ branchId }: { branchId: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another branch is another menu at another address
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !navigator.serviceWorker) return;
    const timer = setTimeout(
      () => import("@/lib/browser/worker-client").then(({ keepMenu }) => keepMenu()).catch(() => {}),
      REST_MS,
    );
    return () => clearTimeout(timer);
  }, [branchId]);
  return null;
}
