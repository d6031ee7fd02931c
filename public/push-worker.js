// Shows what the push service brings and opens what is tapped. Caches nothing: pages come from the network as without it.

const HOME = "/";
const SUBSCRIPTIONS = "/api/push-subscriptions";

// A browser that shows nothing for a push ends the subscription, so even one that cannot be read is shown.
self.addEventListener("push", (event) => {
  const { title = "KapGel", body, tag, url } = read(event.data);
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag,
      icon: "/push-icon.png",
      data: { url: ownUrl(url) },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(ownUrl(event.notification.data?.url)));
});

// The browser has exchanged the subscription by itself. Whoever is not signed in now tells us at the next visit.
self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renew(event));
});

function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

/** Only pages of ours are ever opened. */
function ownUrl(url) {
  const { origin } = self.location;
  return typeof url === "string" && URL.canParse(url, origin) && new URL(url, origin).origin === origin
    ? new URL(url, origin).href
    : new URL(HOME, origin).href;
}

/** A tab that shows the page already is brought forward; another of ours is led there; else a new one opens. */
async function show(url) {
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
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
  return self.clients.openWindow(url);
}

async function renew({ oldSubscription, newSubscription }) {
  const { pushManager } = self.registration;
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
  for (const tab of await self.clients.matchAll({ includeUncontrolled: true })) {
    tab.postMessage({ type: "push.subscription_changed" });
  }
}
