// Sends the device's position while it runs: measures, asks the schedule, sends, and says how it goes. No React here.
import { ApiError, api } from "@/lib/browser/api";
import { backoffMs, type Fix, newerOf, nextStep, restOf, type Sharing } from "./position-schedule";
import { PositionTrail, type Trailed } from "./position-trail";

export type SharingState = "off" | "locating" | "on" | "waiting" | "denied" | "unavailable";

/** A measurement may be this old when the device is asked for one, in ms. */
const OLDEST_MS = 10_000;
const LOCATE_TIMEOUT_MS = 20_000;

/** What the browser measured, as a fix. */
export function fixOf({ coords, timestamp }: GeolocationPosition): Fix {
  const number = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);
  const { latitude: lat, longitude: lng } = coords;
  const [accuracy, heading, speed] = [number(coords.accuracy), number(coords.heading), number(coords.speed)];
  return { lat, lng, accuracy, heading, speed, at: timestamp };
}

/** Sends one position. `manual` marks a check-in by hand; `trail` is what could not be sent before. Throws ApiError. */
export async function sendPosition(
  fix: Omit<Fix, "at">,
  manual = false,
  trail: Trailed[] = [],
): Promise<void> {
  const { lat, lng, accuracy, heading, speed } = fix;
  await api.post("/api/courier/positions", {
    ...{ lat, lng, accuracy, heading, speed },
    ...(manual && { manual }),
    ...(trail.length > 0 && { trail }),
  });
}

/**
 * Shares the position until the returned function is called. `onSent` gets the time a position arrived (ms);
 * `onRefused` is called when the server takes none because the shift is over.
 */
export function sharePosition(tell: {
  onState: (state: SharingState) => void;
  onFix: (fix: Fix) => void;
  onSent: (at: number) => void;
  onRefused: () => void;
  courierId: string;
  /** The order on the road, whose ride it is. */
  riding: () => string | null;
}): () => void {
  const { geolocation } = navigator;
  if (!geolocation) {
    tell.onState("unavailable");
    return () => undefined;
  }
  const sharing: Sharing = { newest: null, sent: null, blockedUntil: 0 };
  const trail = new PositionTrail(tell.courierId);
  let failures = 0;
  let sending = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(advance, ms);
  }
  function onPosition(position: GeolocationPosition) {
    if (stopped) return;
    const fix = fixOf(position);
    sharing.newest = newerOf(sharing.newest, fix);
    sharing.rest = restOf(sharing.rest, sharing.newest);
    tell.onFix(sharing.newest);
    advance();
  }
  function onTrouble({ code, PERMISSION_DENIED }: GeolocationPositionError) {
    if (stopped) return;
    if (code === PERMISSION_DENIED) tell.onState("denied");
    else if (!sharing.newest) tell.onState("unavailable");
  }
  function advance() {
    if (stopped || sending) return;
    const step = nextStep(sharing, Date.now());
    if (step.act === "wait") later(step.ms);
    else if (step.act === "send") void send();
    else {
      geolocation.getCurrentPosition(onPosition, onTrouble, {
        maximumAge: OLDEST_MS,
        timeout: LOCATE_TIMEOUT_MS,
      });
      later(LOCATE_TIMEOUT_MS);
    }
  }
  async function send() {
    const fix = sharing.newest;
    if (!fix) return;
    sending = true;
    const leftAt = Date.now();
    try {
      await sendPosition(fix, false, trail.toSend(leftAt));
      trail.clear();
      sharing.sent = { fix, at: leftAt };
      failures = 0;
      if (stopped) return;
      tell.onState("on");
      tell.onSent(leftAt);
    } catch (error) {
      if (stopped) return;
      if (error instanceof ApiError && error.code === "COURIER_OFFLINE") {
        trail.clear(); // it was of a shift that is over
        return tell.onRefused();
      }
      trail.add(fix, tell.riding());
      failures += 1;
      sharing.blockedUntil = Date.now() + backoffMs(failures);
      tell.onState("waiting");
    } finally {
      sending = false;
    }
    advance();
  }
  function onOnline() {
    sharing.blockedUntil = 0;
    advance();
  }

  tell.onState("locating");
  const watch = geolocation.watchPosition(onPosition, onTrouble, {
    enableHighAccuracy: true,
    maximumAge: OLDEST_MS,
  });
  window.addEventListener("online", onOnline);
  return () => {
    stopped = true;
    clearTimeout(timer);
    geolocation.clearWatch(watch);
    window.removeEventListener("online", onOnline);
  };
}
