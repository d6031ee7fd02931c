// How a link to a vendor looks.
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getVendor } from "@/lib/catalog/queries";
import { pageDatabase } from "@/lib/identity/session";
import { ApiError } from "@/lib/platform/errors";
import { SIZE, sharePicture } from "../../../share-picture";

export const size = SIZE;
export const contentType = "image/png";

export default async function VendorPicture({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const [db, t] = await Promise.all([pageDatabase(), getTranslations("shop.businessType")]);
  const vendor = await getVendor(db, slug).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
  const [branch] = vendor.branches;
  return sharePicture({
    note: [t(vendor.business_type), branch?.district].filter(Boolean).join(" · "),
    title: vendor.name,
    text: vendor.description,
  });
}
