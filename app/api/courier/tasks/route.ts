import { listTasks } from "@/lib/couriers/queries";
import { Tasks } from "@/lib/couriers/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The caller's shift and the orders they carry",
    auth: ["courier"],
    returns: Tasks,
    handle: async ({ db }) => ok(await listTasks(db)),
  }),
});
