import { env } from "@/lib/platform/env";
import { ApiError } from "@/lib/platform/errors";
import { methods, route } from "@/lib/platform/http/route";
import { brings } from "@/lib/platform/http/secret";
import { scrape } from "@/lib/platform/scrape";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary:
      "What this process has counted and how the house stands, for Prometheus (Authorization: Bearer METRICS_TOKEN)",
    auth: "public",
    returns: "text",
    handle: async ({ request }) => {
      if (!brings(env().METRICS_TOKEN, request)) {
        throw new ApiError("UNAUTHENTICATED", "Bring the metrics token.");
      }
      return {
        status: 200,
        text: await scrape(),
        headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" },
      };
    },
  }),
});
