import { Health, health } from "@/lib/flows/health";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "How each dependency is doing",
    auth: "public",
    returns: Health,
    handle: async () => ok(await health()),
  }),
});
