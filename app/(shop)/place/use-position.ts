"use client";
// The device's own position, asked for only when the visitor taps "use my position".
import { useState } from "react";

type Failure = "denied" | "unavailable";

/** `locate()` answers the device's position, or null with `failure` saying why not. */
export function usePosition() {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function locate(): Promise<{ lat: number; lng: number } | null> {
    setFailure(null);
    if (!("geolocation" in navigator)) {
      setFailure("unavailable");
      return null;
    }
    setPending(true);
    try {
      const { coords } = await new Promise<GeolocationPosition>((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, reject, {
          enableHighAccuracy: true,
          timeout: 10_000,
          maximumAge: 60_000,
        }),
      );
      return { lat: coords.latitude, lng: coords.longitude };
    } catch (error) {
      const denied = error instanceof GeolocationPositionError && error.code === error.PERMISSION_DENIED;
      setFailure(denied ? "denied" : "unavailable");
      return null;
    } finally {
      setPending(false);
    }
  }

  return { locate, pending, failure };
}
