// The web app manifest: what a phone needs to put KapGel on its home screen, in the reader's language.
import type { MetadataRoute } from "next";
import { getLocale, getTranslations } from "next-intl/server";

const png = (size: number, name: string, purpose: "any" | "maskable") => ({
  src: `/icons/${name}-${size}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  const screenshot = (name: string, sizes: string, form_factor: "narrow" | "wide", label: string) => ({
    src: `/icons/${name}.png`,
    sizes,
    type: "image/png",
    form_factor,
    label,
  });
  return {
    id: "/",
    name: t("common.appName"),
    short_name: t("common.appName"),
    description: t("common.description"),
    lang: locale,
    dir: "ltr",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#fbf8f5",
    theme_color: "#fbf8f5",
    categories: ["food", "shopping"],
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      png(192, "icon", "any"),
      png(512, "icon", "any"),
      png(192, "maskable", "maskable"),
      png(512, "maskable", "maskable"),
    ],
    shortcuts: [
      { name: t("common.nav.vendors"), url: "/vendors" },
      { name: t("common.nav.orders"), url: "/orders" },
      { name: t("common.nav.cart"), url: "/cart" },
    ],
    screenshots: [
      screenshot("screen-menu", "780x1688", "narrow", t("common.install.screenMenu")),
      screenshot("screen-order", "780x1688", "narrow", t("common.install.screenOrder")),
      screenshot("screen-home", "1440x900", "wide", t("common.install.screenHome")),
    ],
  };
}
