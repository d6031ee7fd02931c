import { csv, decimal } from "@/lib/platform/http/csv";
import { methods, route } from "@/lib/platform/http/route";
import { getStatement } from "@/lib/wallet/queries";

const COLUMNS = ["at", "kind", "amount", "balance", "currency", "order", "counterparty", "note"];

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The caller's statement of the last twelve months as a CSV file",
    auth: ["customer"],
    returns: "csv",
    handle: async ({ db }) =>
      csv(
        "kapgel-wallet",
        COLUMNS,
        (await getStatement(db)).map((line) => [
          line.at,
          line.kind,
          decimal(line.amount_minor),
          decimal(line.balance_minor),
          line.currency,
          line.order?.number ?? null,
          line.counterparty,
          line.note,
        ]),
      ),
  }),
});
