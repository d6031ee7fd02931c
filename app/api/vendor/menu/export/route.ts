import { exportMenu } from "@/lib/catalog/menu-commands";
import { MenuFileQuery } from "@/lib/catalog/menu-desk";
import { writeMenuFile } from "@/lib/catalog/menu-file";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The whole menu with every branch's stock, as a CSV file",
    auth: ["vendor_admin"],
    query: MenuFileQuery,
    returns: "csv",
    handle: async ({ db, query }) => writeMenuFile(await exportMenu(db, query.vendor_id), query.lang),
  }),
});
