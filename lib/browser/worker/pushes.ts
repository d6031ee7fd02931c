// Shows what the push service brings and opens what is tapped.
import { worker } from "./scope";

const HOME = "/";
const SUBSCRIPTIONS = "/api/push-subscriptions";

type Push = { title?: string; body?: string; tag?: string; url?: unknown };
/** Not in TypeScript's library: the two may be null, and some browsers give neither. */
type SubscriptionChange = ExtendableEvent & {
  oldSubscription?: PushSubscription | null;
  newSubscription?: PushSubscription | null;
};

/** Listens for pushes, taps and changed subscriptions. */
export function offerPushes(): void {
  // A browser that shows nothing for a push ends the subscription, so even one that cannot be read is shown.
  worker.addEventListener("push", (event) => {
    const { title = "KapGel", body, tag, url } = read(event.data);
    event.waitUntil(
      worker.registration.showNotification(title, {
        body,
        tag,
        icon: "/icons/icon-192.png",
        badge: "/icons/badge-96.png",
        data: { url: ownUrl(url) },
      }),
    );
  });
  worker.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(show(ownUrl(event.notification.data?.url)));
  });
  // The browser has exchanged the subscription by itself. Whoever is not signed in now tells us at the next visit.
  worker.addEventListener("pushsubscriptionchange", (event) => {
    const change = event as SubscriptionChange;
    change.waitUntil(renew(change));
  });
}

function read(data: PushMessageData | null): Push {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

/** Only pages of ours are ever opened. */
function ownUrl(url: unknown): string {
  const { origin } = worker.location;
  return typeof url === "string" && URL.canParse(url, origin) && new URL(url, origin).origin === origin
    ? new URL(url, origin).href
    : new URL(HOME, origin).href;
}

/** A tab that shows the page already is brought forward; another of ours is led there; else a new one opens. */
async function show(url: string): Promise<unknown> {
  const tabs = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = tabs.find((tab) => tab.url === url);
  if (there) return there.focus();
  try {
    const [tab] = tabs;
    if (tab) {
      await tab.focus();
      const led = await tab.navigate(url);
      if (led) return led;
    }
  } catch {
    // A tab from before this worker cannot be led.
  }
  return worker.clients.openWindow(url);
}

async function renew({ oldSubscription, newSubscription }: SubscriptionChange): Promise<void> {
  const { pushManager } = worker.registration;
  const key = oldSubscription?.options.applicationServerKey;
  const fresh =
    newSubscription ??
    (await pushManager.getSubscription()) ??
    (key ? await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }) : null);
  if (fresh) {
    await fetch(SUBSCRIPTIONS, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fresh),
    });
  }
  if (oldSubscription && oldSubscription.endpoint !== fresh?.endpoint) {
    await fetch(`${SUBSCRIPTIONS}?${new URLSearchParams({ endpoint: oldSubscription.endpoint })}`, {
      method: "DELETE",
    });
  }
  for (const tab of await worker.clients.matchAll({ includeUncontrolled: true })) {
    tab.postMessage({ type: "push.subscription_changed" });
  }
}
