// What middleware.ts refuses is answered outside this program's memory, even in the same process, but by the same HTTP server: that counts it.
import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { EDGE_REFUSAL } from "./http/edge-verdict";
import { count } from "./metrics";

/** From now on every refusal of the edge that this process sends is counted, by its code. */
export function countEdgeRefusals(): void {
  subscribe("http.server.response.finish", (message) => {
    const code = (message as { response: ServerResponse }).response.getHeader(EDGE_REFUSAL);
    if (typeof code === "string") count("kapgel_edge_refusals_total", { code });
  });
}
