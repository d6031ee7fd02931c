"use client";
// Which branch's orders are on the board. Remembered on this device: the tablet at a counter shows that counter.
import { useEffect, useState } from "react";
import type { BoardBranch } from "../_orders/live-orders";

const PLACE = "vendor-board-branch";

/** `branch` is null while all are shown. */
export function useBranchFilter(branches: BoardBranch[]) {
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => setChosen(localStorage.getItem(PLACE)), []);
  const branch = branches.length > 1 && branches.some(({ id }) => id === chosen) ? chosen : null;
  const choose = (id: string | null) => {
    if (id) localStorage.setItem(PLACE, id);
    else localStorage.removeItem(PLACE);
    setChosen(id);
  };
  return { branch, choose };
}
