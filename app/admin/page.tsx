// The operator's first page: what awaits a decision, then today's figures.
import { getOverview } from "@/lib/desk/queries";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { OverviewRoom } from "./overview/overview-room";

export default async function AdminPage() {
  await pageUser("admin", "/admin");
  return <OverviewRoom initial={await getOverview(await pageDatabase())} />;
}
