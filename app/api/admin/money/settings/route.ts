import { setMoneySettings } from "@/lib/payments/commands";
import { moneySettings } from "@/lib/payments/queries";
import { MoneySettings } from "@/lib/payments/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The rules for store credit",
    auth: ["admin"],
    returns: MoneySettings,
    handle: async ({ db }) => ok(await moneySettings(db)),
  }),
  PUT: route({
    summary: "Set the rules for store credit",
    auth: ["admin"],
    body: MoneySettings,
    returns: MoneySettings,
    handle: async ({ db, body }) => ok(await setMoneySettings(db, body)),
  }),
});
