// Networks as they are on a phone: slow, gone, and live links that break.
import type { Page, Request } from "@playwright/test";

/** What Chromium's own tools call slow 3G, without the two seconds that they add to each request. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Makes a page's network slow, until it is given back. */
export async function slowed(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW);
  return () => session.detach();
}

/** Holds a page's live link: `cut` breaks it and keeps it from coming back, `mend` lets it. Before the page is opened. */
export async function liveLink(page: Page) {
  let broken = false;
  const sockets = new Set<{ close: () => void }>();
  await page.routeWebSocket(/\/realtime\/v1\/websocket/, (socket) => {
    if (broken) {
      socket.close();
      return;
    }
    socket.connectToServer();
    sockets.add(socket);
  });
  return {
    cut: () => {
      broken = true;
      for (const socket of sockets) socket.close();
    },
    mend: () => {
      broken = false;
    },
  };
}

/** The next answer of this path is lost on its way: the server did what was asked, the page never hears of it. */
export function losesAnswer(page: Page, path: string) {
  return page.route(
    `**${path}`,
    async (route) => {
      await route.fetch();
      await route.abort("internetdisconnected");
    },
    { times: 1 },
  );
}

/** The idempotency keys of what a page posts to this path from now on. */
export function keysSent(page: Page, path: string): string[] {
  const keys: string[] = [];
  page.on("request", (request: Request) => {
    const isIt = request.method() === "POST" && new URL(request.url()).pathname === path;
    if (isIt) keys.push(request.headers()["idempotency-key"] ?? "");
  });
  return keys;
}
