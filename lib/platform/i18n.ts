// Which language and which messages a request gets. The locale is the reader's choice (cookie `locale`), Turkish by
// default and never part of a URL. Messages are one file a namespace; Turkish is the shape that every language keeps.
import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import type admin from "../../messages/tr/admin.json";
import type auth from "../../messages/tr/auth.json";
import type common from "../../messages/tr/common.json";
import type courier from "../../messages/tr/courier.json";
import type design from "../../messages/tr/design.json";
import type desk from "../../messages/tr/desk.json";
import type disputes from "../../messages/tr/disputes.json";
import type errors from "../../messages/tr/errors.json";
import type notifications from "../../messages/tr/notifications.json";
import type orders from "../../messages/tr/orders.json";
import type prices from "../../messages/tr/prices.json";
import type promotions from "../../messages/tr/promotions.json";
import type queue from "../../messages/tr/queue.json";
import type shop from "../../messages/tr/shop.json";
import type status from "../../messages/tr/status.json";
import type vendor from "../../messages/tr/vendor.json";
import type webhooks from "../../messages/tr/webhooks.json";
import { TIME_ZONE } from "../format/time.ts";
import { isLocale, type Locale } from "./locales.ts";

export type Messages = {
  admin: typeof admin;
  auth: typeof auth;
  common: typeof common;
  courier: typeof courier;
  design: typeof design;
  desk: typeof desk;
  disputes: typeof disputes;
  errors: typeof errors;
  notifications: typeof notifications;
  orders: typeof orders;
  prices: typeof prices;
  promotions: typeof promotions;
  queue: typeof queue;
  shop: typeof shop;
  status: typeof status;
  vendor: typeof vendor;
  webhooks: typeof webhooks;
};

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

async function messagesIn(locale: Locale): Promise<Messages> {
  const [
    admin,
    auth,
    common,
    courier,
    design,
    desk,
    disputes,
    errors,
    notifications,
    orders,
    prices,
    promotions,
    queue,
    shop,
    status,
    vendor,
    webhooks,
  ] = await Promise.all([
    import(`../../messages/${locale}/admin.json`),
    import(`../../messages/${locale}/auth.json`),
    import(`../../messages/${locale}/common.json`),
    import(`../../messages/${locale}/courier.json`),
    import(`../../messages/${locale}/design.json`),
    import(`../../messages/${locale}/desk.json`),
    import(`../../messages/${locale}/disputes.json`),
    import(`../../messages/${locale}/errors.json`),
    import(`../../messages/${locale}/notifications.json`),
    import(`../../messages/${locale}/orders.json`),
    import(`../../messages/${locale}/prices.json`),
    import(`../../messages/${locale}/promotions.json`),
    import(`../../messages/${locale}/queue.json`),
    import(`../../messages/${locale}/shop.json`),
    import(`../../messages/${locale}/status.json`),
    import(`../../messages/${locale}/vendor.json`),
    import(`../../messages/${locale}/webhooks.json`),
  ]);
  return {
    admin: admin.default,
    auth: auth.default,
    common: common.default,
    courier: courier.default,
    design: design.default,
    desk: desk.default,
    disputes: disputes.default,
    errors: errors.default,
    notifications: notifications.default,
    orders: orders.default,
    prices: prices.default,
    promotions: promotions.default,
    queue: queue.default,
    shop: shop.default,
    status: status.default,
    vendor: vendor.default,
    webhooks: webhooks.default,
  };
}

export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = asked ?? (await cookies()).get("locale")?.value;
  const locale = isLocale(chosen) ? chosen : "tr";
  return { locale, messages: await messagesIn(locale), timeZone: TIME_ZONE, now: new Date() };
});
