// The switches an operator throws while the house runs.
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/card";
import { listFlags } from "@/lib/desk/queries";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { FlagDesk } from "./flag-desk";

export default async function FlagsPage() {
  await pageUser("admin", "/admin/flags");
  const { data } = await listFlags(await pageDatabase());
  return (
    <div className="grid grid-cols-1 gap-4">
      <Heading />
      <FlagDesk initial={data} />
    </div>
  );
}

function Heading() {
  const t = useTranslations("desk.flags");
  return <SectionHeading level={1} title={t("title")} hint={t("hint")} />;
}
