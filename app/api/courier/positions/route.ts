import { z } from "zod";
import { reportPosition } from "@/lib/couriers/commands";
import { PositionReport } from "@/lib/couriers/schema";
import { accepted } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Report the caller's position",
    auth: ["courier"],
    limit: "courier.positions",
    body: PositionReport,
    status: 202,
    returns: z.object({}),
    handle: async ({ db, body }) => {
      await reportPosition(db, body);
      return accepted();
    },
  }),
});
