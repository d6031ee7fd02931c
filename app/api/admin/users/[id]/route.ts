import { suspendPerson } from "@/lib/desk/commands";
import { getPerson } from "@/lib/desk/queries";
import { Person, Suspension } from "@/lib/desk/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "One person: orders, wallet, what they were told, what operators did about them",
    auth: ["admin"],
    params: IdParams,
    returns: Person,
    handle: async ({ db, params }) => ok(await getPerson(db, params.id)),
  }),
  PATCH: route({
    summary: "Suspend an account or let it in again, with a reason",
    auth: ["admin"],
    params: IdParams,
    body: Suspension,
    returns: Person,
    handle: async ({ db, params, body }) => ok(await suspendPerson(db, params.id, body)),
  }),
});
