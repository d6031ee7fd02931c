import { pauseConsumer } from "@/lib/operations/commands";
import { ConsumerParams, ConsumerPatch, PausedConsumer } from "@/lib/operations/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    summary: "Pause a consumer, or let it go on",
    auth: ["admin"],
    params: ConsumerParams,
    body: ConsumerPatch,
    returns: PausedConsumer,
    handle: async ({ db, params, body }) => ok(await pauseConsumer(db, params.name, body.paused)),
  }),
});
