// A vendor in a list: picture, rating, and what an order would cost and take. Closed ones say when they open.
import { Bike, Clock3, ShoppingBag } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import type { VendorCard as Vendor } from "@/lib/catalog/schema";
import { formatDistance } from "@/lib/format/distance";
import { formatMoney } from "@/lib/format/money";
import { formatOpening } from "@/lib/format/opening";
import { formatMinutes } from "@/lib/format/time";
import { FavouriteButton } from "./favourite-button";
import { LinkPending } from "./link-pending";
import { Rating } from "./rating";
import { ShopPicture } from "./shop-picture";

/** `exact` links to the branch shown rather than to the vendor's best one. Without `hearts` there is none. */
export function VendorCard({
  vendor,
  hearts,
  exact,
  eager,
}: {
  vendor: Vendor;
  hearts: { liked: string[]; signIn: string | null } | null;
  exact?: boolean;
  eager?: boolean;
}) {
  const t = useTranslations("shop.card");
  const business = useTranslations("shop.businessType");
  const locale = useLocale();
  const money = (minor: number) => formatMoney(minor, { locale });
  const fee = vendor.delivery_fee_minor;
  return (
    <Card
      as="article"
      flush
      className="group relative flex h-full flex-col transition-shadow hover:shadow-raised has-focus-visible:outline-[2.5px] has-focus-visible:outline-brand-ink"
    >
      <div className="relative">
        <ShopPicture
          src={vendor.image_url}
          type={vendor.business_type}
          aspect={2.1}
          eager={eager ?? false}
          className={cx("transition-[filter]", !vendor.is_open && "opacity-60 grayscale-[0.6]")}
        />
        {!vendor.is_open && (
          <Badge className="absolute top-3 left-3 bg-surface! text-ink! shadow-card">
            {vendor.opens_at ? t("opensAt", { when: formatOpening(vendor.opens_at, locale) }) : t("closed")}
          </Badge>
        )}
        {vendor.is_open && fee === 0 && (
          <Badge tone="success" className="absolute top-3 left-3 shadow-card">
            {t("freeDelivery")}
          </Badge>
        )}
        {hearts && (
          <FavouriteButton
            vendor={{ id: vendor.id, name: vendor.name }}
            liked={hearts.liked.includes(vendor.id)}
            signIn={hearts.signIn}
            className="absolute top-2 right-2 z-10"
          />
        )}
      </div>
      <div className="grid flex-1 content-start gap-1 p-3.5 sm:p-4">
        <div className="flex items-start justify-between gap-3">
          <h3 className="min-w-0 text-lg leading-snug">
            <Link
              href={exact ? `/v/${vendor.slug}?branch=${vendor.branch.id}` : `/v/${vendor.slug}`}
              className="outline-none after:absolute after:inset-0"
            >
              {vendor.name}
              <LinkPending />
            </Link>
          </h3>
          <Rating rating={vendor.rating} count={vendor.rating_count} className="mt-0.5 text-sm" />
        </div>
        <p className="truncate text-sm text-ink-2">
          {business(vendor.business_type)} · {vendor.district}
          {vendor.distance_m !== null && ` · ${formatDistance(vendor.distance_m, locale)}`}
        </p>
        {vendor.matched_products.length > 0 && (
          <p className="truncate text-sm text-brand-ink">{vendor.matched_products.join(", ")}</p>
        )}
        <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
          {vendor.eta_minutes !== null && (
            <Fact icon={<Clock3 aria-hidden className="size-4" />}>
              {formatMinutes(vendor.eta_minutes, locale)}
            </Fact>
          )}
          {fee !== null && (
            <Fact icon={<Bike aria-hidden className="size-4" />}>
              {fee === 0 ? t("freeDelivery") : t("fee", { fee: money(fee) })}
            </Fact>
          )}
          {vendor.minimum_order_minor > 0 && (
            <Fact icon={<ShoppingBag aria-hidden className="size-4" />}>
              {t("minimum", { amount: money(vendor.minimum_order_minor) })}
            </Fact>
          )}
        </p>
      </div>
    </Card>
  );
}

function Fact({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span className="text-ink-3">{icon}</span>
      {children}
    </span>
  );
}
