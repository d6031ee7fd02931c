// What customers say of vendors, and the operator's switch that hides what breaks the rules.
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/card";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { listAdminReviews } from "@/lib/reviews/queries";
import { ReviewDesk } from "./review-desk";

const PAGE_SIZE = 20;

export default async function ReviewsPage() {
  await pageUser("admin", "/admin/reviews");
  const initial = await listAdminReviews(await pageDatabase(), { limit: PAGE_SIZE });
  return (
    <div className="grid grid-cols-1 gap-4">
      <Heading />
      <ReviewDesk pageSize={PAGE_SIZE} initial={initial} />
    </div>
  );
}

function Heading() {
  const t = useTranslations("admin.reviews");
  return <SectionHeading level={1} title={t("title")} hint={t("hint")} />;
}
