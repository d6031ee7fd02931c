// How a link to any page looks that has no picture of its own.
import { getTranslations } from "next-intl/server";
import { SIZE, sharePicture } from "./share-picture";

export const size = SIZE;
export const contentType = "image/png";

export default async function SitePicture() {
  const t = await getTranslations("common");
  return sharePicture({ note: t("appName"), title: t("tagline"), text: t("description") });
}
