// Who the vendor is and what ordering from this branch takes: hours today, fee, minimum, time.
import { Bike, ChevronDown, Clock3, Hourglass, ShoppingBag } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import type { ShopBranch, VendorDetail } from "@/lib/catalog/schema";
import { formatMoney } from "@/lib/format/money";
import { formatOpening } from "@/lib/format/opening";
import { formatClock, formatMinutes } from "@/lib/format/time";
import { FavouriteButton } from "../../favourite-button";
import type { Hearts } from "../../favourites";
import type { ChosenPlace } from "../../place/place";
import { ShopPicture } from "../../shop-picture";
import { BranchDetails } from "./branch-details";
import { ReviewsButton } from "./reviews-button";

/** `place` is where the visitor wants it delivered; without `hearts` there is none. */
export function VendorHead({
  vendor,
  branch,
  place,
  hearts,
}: {
  vendor: VendorDetail;
  branch: ShopBranch;
  place: ChosenPlace | null;
  hearts: Hearts | null;
}) {
  const t = useTranslations("shop");
  return (
    <div className="grid gap-4">
      <div className="-mx-4 grid sm:mx-0 sm:grid-cols-[15rem_1fr] sm:items-center sm:gap-6">
        <ShopPicture
          src={vendor.image_url}
          type={vendor.business_type}
          aspect={2.4}
          eager
          className="sm:hidden"
        />
        <ShopPicture
          src={vendor.image_url}
          type={vendor.business_type}
          aspect={1.3}
          eager
          className="hidden rounded-lg sm:block"
        />
        <div className="grid content-start gap-2 px-4 pt-4 sm:px-0 sm:pt-0">
          <div className="flex items-start justify-between gap-3">
            <div className="flex min-w-0 flex-wrap items-center gap-x-3">
              <h1 className="min-w-0 text-2xl break-words">{vendor.name}</h1>
              <ReviewsButton
                vendor={{
                  slug: vendor.slug,
                  name: vendor.name,
                  rating: vendor.rating,
                  rating_count: vendor.rating_count,
                }}
              />
            </div>
            {hearts && (
              <FavouriteButton
                vendor={{ id: vendor.id, name: vendor.name }}
                liked={hearts.liked.includes(vendor.id)}
                signIn={hearts.signIn}
                className="shrink-0"
              />
            )}
          </div>
          <p className="text-ink-2">{vendor.description}</p>
          <p className="text-sm text-ink-3">
            {t(`businessType.${vendor.business_type}`)} · {branch.address_text}
          </p>
          <Facts branch={branch} />
        </div>
      </div>
      {branch.serves_point === false && place && (
        <Notice tone="warning">
          {branch.accepts_pickup
            ? t("vendor.outsidePickup", { place: place.label })
            : t("vendor.outside", { place: place.label })}
        </Notice>
      )}
      {!branch.accepts_delivery && <Notice>{t("vendor.pickupOnly")}</Notice>}
      <details className="group rounded-lg border border-line bg-surface">
        <summary className="tap-row flex list-none items-center justify-between gap-3 px-4 font-medium [&::-webkit-details-marker]:hidden">
          {t("vendor.details")}
          <ChevronDown aria-hidden className="size-5 text-ink-3 transition-transform group-open:rotate-180" />
        </summary>
        <BranchDetails branch={branch} />
      </details>
    </div>
  );
}

function Facts({ branch }: { branch: ShopBranch }) {
  const t = useTranslations("shop.vendor");
  const locale = useLocale();
  const money = (minor: number) => formatMoney(minor, { locale });
  const fee = branch.delivery_fee_minor;
  return (
    <ul className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
      <li>
        <Badge tone={branch.is_open ? "success" : "neutral"} dot>
          {branch.is_open ? t("open") : t("closed")}
        </Badge>
      </li>
      <Fact icon={<Clock3 />}>
        {branch.is_open && branch.closes_at && t("until", { when: formatClock(branch.closes_at, locale) })}
        {branch.is_open && !branch.closes_at && t("always")}
        {!branch.is_open &&
          (branch.opens_at ? t("opensAt", { when: formatOpening(branch.opens_at, locale) }) : t("noOpening"))}
      </Fact>
      {branch.eta_minutes !== null && (
        <Fact icon={<Hourglass />}>{formatMinutes(branch.eta_minutes, locale)}</Fact>
      )}
      {branch.accepts_delivery && (
        <Fact icon={<Bike />}>
          {fee !== null && (fee === 0 ? t("freeDelivery") : t("fee", { fee: money(fee) }))}
          {fee === null &&
            (branch.fee_policy === "distance"
              ? t("feeFromPerKm", {
                  fee: money(branch.fee_base_minor),
                  perKm: money(branch.fee_per_km_minor),
                })
              : t("fee", { fee: money(branch.fee_base_minor) }))}
          {branch.free_delivery_from_minor !== null && fee !== 0 && (
            <span className="text-ink-3">
              {" "}
              · {t("freeFrom", { amount: money(branch.free_delivery_from_minor) })}
            </span>
          )}
        </Fact>
      )}
      {branch.minimum_order_minor > 0 && (
        <Fact icon={<ShoppingBag />}>{t("minimum", { amount: money(branch.minimum_order_minor) })}</Fact>
      )}
    </ul>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5 text-ink-2">
      <span aria-hidden className="text-ink-3 [&_svg]:size-4">
        {icon}
      </span>
      <span>{children}</span>
    </li>
  );
}
