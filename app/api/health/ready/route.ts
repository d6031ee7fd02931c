import { z } from "zod";
import { ApiError } from "@/lib/platform/errors";
import { checkDatabase } from "@/lib/platform/health";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Whether this instance can take orders: 200, or 503 when the database does not answer",
    auth: "public",
    returns: z.object({ status: z.literal("healthy") }),
    handle: async () => {
      if ((await checkDatabase()).status === "unhealthy") {
        throw new ApiError("UNAVAILABLE", "The database does not answer.");
      }
      return ok({ status: "healthy" });
    },
  }),
});
