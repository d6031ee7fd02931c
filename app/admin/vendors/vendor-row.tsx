"use client";
// A vendor in one row: who it is, how large, and whether customers see it.
import { Star } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Switch } from "@/components/ui/choice";
import { Clock } from "@/components/ui/clock";
import { Picture } from "@/components/ui/picture";
import type { AdminVendor } from "@/lib/catalog/verification";

/** `onSwitch` asks for the change; the switch moves when it has happened. */
export function VendorRow({ vendor, onSwitch }: { vendor: AdminVendor; onSwitch: () => void }) {
  const t = useTranslations("admin.vendors");
  const tType = useTranslations("admin.applications.type");
  const locale = useLocale();
  const { owner, last_decision: decision } = vendor;
  return (
    <li
      data-testid="vendor-row"
      data-verified={vendor.verified}
      className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-4 py-3 lg:grid-cols-[3.5rem_minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,0.8fr)_auto]"
    >
      {vendor.image_url ? (
        <Picture src={vendor.image_url} alt="" aspect={1} className="rounded-md" />
      ) : (
        <Avatar name={vendor.name} className="size-14" />
      )}
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-semibold">
          {vendor.name}
          {!vendor.verified && <Badge tone="danger">{t("hiddenBadge")}</Badge>}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
          {tType(vendor.business_type)}
          {vendor.rating !== null && (
            <span className="inline-flex items-center gap-1">
              <Star aria-hidden className="size-3.5 fill-current text-warning" />
              {vendor.rating.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}
              <span className="text-ink-3">({vendor.rating_count.toLocaleString(locale)})</span>
            </span>
          )}
        </p>
      </div>
      <div className="col-span-2 col-start-2 row-start-2 min-w-0 text-sm lg:col-span-1 lg:col-start-auto lg:row-start-auto">
        {owner ? (
          <>
            <p className="truncate">{owner.full_name}</p>
            <a
              href={`mailto:${owner.email}`}
              className="block min-h-control-sm content-center truncate text-ink-2 hover:text-brand-ink"
            >
              {owner.email}
            </a>
          </>
        ) : (
          <p className="text-ink-3">{t("noOwner")}</p>
        )}
      </div>
      <p className="col-span-2 col-start-2 row-start-3 text-sm text-ink-2 lg:col-span-1 lg:col-start-auto lg:row-start-auto">
        {t("size", {
          branches: vendor.active_branch_count,
          products: vendor.product_count,
          couriers: vendor.courier_count,
        })}
        {decision && (
          <span className="block text-ink-3">
            {t.rich("lastDecision", {
              reason: decision.reason === "APPLICATION_APPROVED" ? t("applicationApproved") : decision.reason,
              time: () => <Clock at={decision.at} date />,
            })}
          </span>
        )}
      </p>
      <Switch
        label={t("switch", { name: vendor.name })}
        hideLabel
        checked={vendor.verified}
        onChange={onSwitch}
        className="col-start-3 row-start-1 lg:col-start-auto lg:row-start-auto"
      />
    </li>
  );
}
