// A route as the app declares them, behind the app's middleware.
import { z } from "zod";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { switchLimits } from "../../../limits-switch";
import { switchLog } from "../../../log-switch";

const handlers = methods({
  GET: route({
    summary: "Nothing, with every layer around it",
    auth: ["customer"],
    returns: z.object({ status: z.literal("healthy") }),
    handle: async () => ok({ status: "healthy" }),
  }),
});

export const GET: typeof handlers.GET = (request, context) => {
  switchLimits(request.nextUrl.pathname);
  switchLog(request.nextUrl.pathname);
  return handlers.GET(request, context);
};
