// What customers say of the vendor, and its answers.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageDatabase } from "@/lib/identity/session";
import { listVendorReviews } from "@/lib/reviews/queries";
import { requireVendor } from "../access";
import { ReviewList } from "./review-list";

const PAGE_SIZE = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.reviews"))("title") };
}

export default async function ReviewsPage() {
  await requireVendor("/vendor/reviews");
  return (
    <ReviewList
      pageSize={PAGE_SIZE}
      initial={await listVendorReviews(await pageDatabase(), { limit: PAGE_SIZE })}
    />
  );
}
