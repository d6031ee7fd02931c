"use client";
// How fast each branch takes orders, as the server says and until it ends by the clock.
import { useEffect, useRef, useState } from "react";
import { api } from "@/lib/browser/api";
import type { BranchPage } from "@/lib/catalog/branches";
import type { BranchPace, Pace, PaceWish } from "@/lib/catalog/pace";

export type BranchPaces = ReadonlyMap<string, Pace>;

const MOST_TIMER_MS = 2_147_483_647; // a longer one would fire at once
const NORMAL: Pace = { mode: "normal", extra_minutes: 0, until: null, by: null };

/** `paces` holds no pace that is over; `setPace` throws ApiError. */
export function usePaces(initial: [branchId: string, pace: Pace][]) {
  const [known, setKnown] = useState<BranchPaces>(() => new Map(initial));
  const asked = useRef(0);
  const [, setEnded] = useState(0);
  const now = Date.now();

  async function reread() {
    asked.current += 1;
    const question = asked.current;
    const list = await api.get<BranchPage>("/api/vendor/branches").catch(() => null);
    if (list && question === asked.current) setKnown(new Map(list.data.map(({ id, pace }) => [id, pace])));
  }

  async function setPace(branchId: string, wish: PaceWish) {
    const { branch_id, ...pace } = await api.put<BranchPace>(`/api/vendor/branches/${branchId}/pace`, wish);
    asked.current += 1; // a list asked for before knows less
    setKnown((before) => new Map(before).set(branch_id, pace));
  }

  const next = Math.min(
    ...[...known.values()].map(({ until }) => Date.parse(until ?? "")).filter((end) => end > now),
  );
  useEffect(() => {
    if (next === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => setEnded(next), Math.min(next - Date.now(), MOST_TIMER_MS));
    return () => clearTimeout(timer);
  }, [next]);

  const isOver = ({ until }: Pace) => until !== null && Date.parse(until) <= now;
  const paces: BranchPaces = new Map([...known].map(([id, pace]) => [id, isOver(pace) ? NORMAL : pace]));
  return { paces, setPace, reread };
}
