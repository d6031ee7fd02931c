import { timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env";
import { ApiError } from "@/lib/platform/errors";
import { methods, route } from "@/lib/platform/http/route";
import { metricsText } from "@/lib/platform/metrics";

function isAllowed(header: string | null): boolean {
  const { METRICS_TOKEN } = env();
  const given = Buffer.from(header ?? "");
  const expected = Buffer.from(`Bearer ${METRICS_TOKEN}`);
  return METRICS_TOKEN !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What this process has counted, for Prometheus (Authorization: Bearer METRICS_TOKEN)",
    auth: "public",
    returns: "text",
    handle: async ({ request }) => {
      if (!isAllowed(request.headers.get("authorization"))) {
        throw new ApiError("UNAUTHENTICATED", "Bring the metrics token.");
      }
      return {
        status: 200,
        text: metricsText(),
        headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" },
      };
    },
  }),
});
