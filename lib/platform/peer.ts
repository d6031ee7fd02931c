// Next hands route handlers and middleware no socket, and keeps whatever X-Forwarded-For a caller sends. Who really connected is written
// into a header that a caller cannot set, before Next sees the request. So is a path that cannot be decoded made one that can.
import "server-only";
import { beforeNext } from "./http/before-next";

/** From now on every request of this process carries its peer's address (lib/platform/rate-limit/address.ts reads it). */
export function notePeers(): void {
  beforeNext((request, _, goOn) => {
    request.headers["x-kapgel-peer"] = request.socket.remoteAddress ?? "unknown";
    request.url = decodable(request.url ?? "/");
    goOn();
  });
}

// Next answers %zz in a path with a 500 of its own, before anything of ours. Taken letter by letter such a path names nothing: 404.
function decodable(url: string): string {
  const [path = "", ...query] = url.split("?");
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?");
  }
}
