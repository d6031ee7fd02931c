// A route as the app declares them, behind the app's middleware.
import { z } from "zod";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Nothing, with every layer around it",
    auth: ["customer"],
    returns: z.object({ status: z.literal("healthy") }),
    handle: async () => ok({ status: "healthy" }),
  }),
});
