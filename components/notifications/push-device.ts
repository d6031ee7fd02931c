// This browser and pushes: what it can, what it was allowed, and turning them on and off. lib/browser/worker shows what arrives.
import { api } from "@/lib/browser/api";
import { registerWorker } from "@/lib/browser/worker-client";

export type PushState =
  | "unavailable" // this server sends none
  | "unsupported"
  | "ios" // only from the home screen
  | "denied"
  | "off"
  | "on";

/** How this browser stands; `key` is the server's public key, null when it sends no pushes. */
export async function pushState(key: string | null): Promise<PushState> {
  if (key === null) return "unavailable";
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
    return /iPhone|iPad/.test(navigator.userAgent) ? "ios" : "unsupported";
  }
  if (Notification.permission === "denied") return "denied";
  const subscription = await thisSubscription();
  if (!subscription) return "off";
  // Told again: the browser may have changed it, or somebody else may have signed in.
  await api.post("/api/push-subscriptions", subscription.toJSON());
  return "on";
}

/**
 * Asks the person, subscribes and tells the server. Answers how the browser stands then: a refusal is no error.
 * @throws when the push service or our server cannot be reached
 */
export async function turnOn(key: string): Promise<PushState> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return permission === "denied" ? "denied" : "off";
  await registerWorker();
  const { pushManager } = await navigator.serviceWorker.ready;
  await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return pushState(key);
}

/** Ends this browser's pushes, here and at the server. */
export async function turnOff(): Promise<void> {
  const subscription = await thisSubscription();
  if (!subscription) return;
  await api.delete(`/api/push-subscriptions?endpoint=${encodeURIComponent(subscription.endpoint)}`, {
    on401: "throw",
  });
  await subscription.unsubscribe();
}

/** By what this browser is known in the list of devices: SHA-256 of its endpoint; null when it takes no pushes. */
export async function thisFingerprint(): Promise<string | null> {
  const subscription = await thisSubscription();
  if (!subscription) return null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(subscription.endpoint));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function thisSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return (await registration?.pushManager?.getSubscription()) ?? null;
}
