import { AlarmPage, AlarmsQuery, listWaitingAlarms } from "@/lib/orders/alarms";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The caller's new orders that were seen or have called for somebody, newest first",
    auth: ["vendor_admin"],
    query: AlarmsQuery,
    returns: AlarmPage,
    handle: async ({ db, query }) => ok(await listWaitingAlarms(db, query)),
  }),
});
