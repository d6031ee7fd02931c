// The town as it is now: active orders and couriers on shift.
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/card";
import { getTown } from "@/lib/desk/queries";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { isShow } from "./shown";
import { TownRoom } from "./town-room";

export default async function MapPage({
  searchParams,
}: {
  searchParams: Promise<{ show?: string | string[] }>;
}) {
  await pageUser("admin", "/admin/map");
  const { show } = await searchParams;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Heading />
      <TownRoom initial={await getTown(await pageDatabase())} first={isShow(show) ? show : "all"} />
    </div>
  );
}

function Heading() {
  const t = useTranslations("desk.map");
  return <SectionHeading level={1} title={t("title")} hint={t("hint")} />;
}
