import { csv, decimal } from "@/lib/platform/http/csv";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { getPayout } from "@/lib/settlement/queries";

const AMOUNTS = [
  "items_minor",
  "discount_minor",
  "delivery_fee_minor",
  "tip_minor",
  "commission_minor",
  "payment_cost_minor",
  "promotion_minor",
  "promoted_minor",
  "refunded_minor",
  "collected_minor",
  "net_minor",
] as const;
const COLUMNS = [
  "at",
  "order",
  "kind",
  "commission_bps",
  ...AMOUNTS.map((name) => name.replace("_minor", "")),
];

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "A payout's statement, line by line, as a CSV file",
    auth: ["vendor_admin", "admin"],
    params: IdParams,
    returns: "csv",
    handle: async ({ db, params }) => {
      const payout = await getPayout(db, params.id);
      return csv(
        `kapgel-payout-${payout.number}`,
        COLUMNS,
        payout.lines.map((line) => [
          line.at,
          line.order_number,
          line.kind,
          line.commission_bps,
          ...AMOUNTS.map((name) => decimal(line[name])),
        ]),
      );
    },
  }),
});
