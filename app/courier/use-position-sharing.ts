"use client";
// Position sharing as a screen sees it: it runs while the courier is on shift and the page is in the foreground.
import { useEffect, useRef, useState } from "react";
import { usePageVisible } from "@/lib/browser/use-page-visible";
import type { Fix } from "./position-schedule";
import { type SharingState, sendPosition, sharePosition } from "./position-sharing";

export type PositionSharing = {
  state: SharingState;
  /** When a position last arrived, in ms since the epoch. */
  sentAt: number | null;
  here: Fix | null;
  /** Sends a place by hand, for when the device gives none. Throws ApiError. */
  checkIn: (place: Omit<Fix, "at">) => Promise<void>;
};

/**
 * `onShift` starts and stops it; `riding` is the order on the road; `onRefused` is called when the server says that the shift
 * is over.
 */
export function usePositionSharing(
  courierId: string,
  onShift: boolean,
  riding: string | null,
  onRefused: () => void,
): PositionSharing {
  const [state, setState] = useState<SharingState>("off");
  const [sentAt, setSentAt] = useState<number | null>(null);
  const [here, setHere] = useState<Fix | null>(null);
  const visible = usePageVisible();
  const latest = useRef({ onRefused, riding });
  latest.current = { onRefused, riding };

  useEffect(() => {
    if (!onShift) setState("off");
    if (!onShift || !visible) return;
    return sharePosition({
      onState: setState,
      onFix: setHere,
      onSent: setSentAt,
      onRefused: () => latest.current.onRefused(),
      courierId,
      riding: () => latest.current.riding,
    });
  }, [courierId, onShift, visible]);

  async function checkIn(place: Omit<Fix, "at">) {
    await sendPosition(place, true);
    const at = Date.now();
    setSentAt(at);
    setHere({ ...place, at });
  }
  return { state, sentAt, here, checkIn };
}
