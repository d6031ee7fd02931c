"use client";
// Which products are chosen for one change together. Off: null, and rows have no box to tick.
import { useCallback, useState } from "react";

const MOST = 2000; // products in one change, the API's limit

/** `toggle` is stable, so that ticking one row does not draw two thousand. */
export function useSelection() {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const toggle = useCallback((id: string) => {
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(id) && next.size < MOST) next.add(id);
      return next;
    });
  }, []);
  return {
    chosen,
    toggle,
    begin: () => setChosen(new Set()),
    end: () => setChosen(null),
    all: (ids: string[]) => setChosen(new Set(ids.slice(0, MOST))),
  };
}
