"use client";
// One branch: what customers see of it now, and the switch that makes it public.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/choice";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { BranchPage } from "@/lib/catalog/branches";
import { formatMoney } from "@/lib/format/money";
import { formatClock, formatMinutes } from "@/lib/format/time";

export type BranchRow = BranchPage["data"][number];

export function BranchCard({
  branch,
  onChange,
}: {
  branch: BranchRow;
  onChange: (branch: BranchRow) => void;
}) {
  const t = useTranslations("vendor.branches");
  const locale = useLocale();
  const errorText = useErrorText();
  const toast = useToast();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const { name } = branch;

  // The switch alone is sent, without a version: closing the shop must not wait for someone's corrected phone number.
  async function setActive(active: boolean) {
    if (wanted !== null) return; // never disabled: whoever switches it by keyboard would lose their place
    setWanted(active);
    try {
      onChange(await api.patch<BranchRow>(`/api/vendor/branches/${branch.id}`, { active }));
      toast({ title: active ? t("nowActive", { name }) : t("nowHidden", { name }) });
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
    } finally {
      setWanted(null);
    }
  }

  const facts = [
    t("prep", { minutes: formatMinutes(branch.prep_minutes, locale) }),
    t("minimum", { amount: formatMoney(branch.minimum_order_minor, { locale }) }),
  ];
  return (
    <Card as="li" className="grid content-start gap-3">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-lg">{name}</h2>
          <p className="text-sm text-ink-2">{branch.address_text}</p>
        </div>
        <Switch
          label={<span className="text-sm">{t("active")}</span>}
          aria-label={t("activeOf", { name })}
          checked={wanted ?? branch.active}
          onChange={(event) => void setActive(event.target.checked)}
        />
      </div>
      <p className="flex flex-wrap gap-1.5">
        <OpenBadge branch={branch} />
        {branch.accepts_delivery && <Badge>{t("delivery")}</Badge>}
        {branch.accepts_pickup && <Badge>{t("pickup")}</Badge>}
      </p>
      <div className="flex items-center justify-between gap-3">
        <p className="text-sm text-ink-3">{facts.join(" · ")}</p>
        <ButtonLink
          href={`/vendor/branches/${branch.id}`}
          size="sm"
          variant="secondary"
          aria-label={t("settingsOf", { name })}
        >
          {t("settings")}
        </ButtonLink>
      </div>
    </Card>
  );
}

function OpenBadge({ branch }: { branch: BranchRow }) {
  const t = useTranslations("vendor.branches");
  const locale = useLocale();
  if (!branch.active) return <Badge tone="warning">{t("hidden")}</Badge>;
  const when = branch.is_open ? branch.closes_at : branch.opens_at;
  const time = when && formatClock(when, locale);
  const words = branch.is_open
    ? [t("open"), time && t("closesAt", { time })]
    : [t("closed"), time && t("opensAt", { time })];
  return (
    <Badge tone={branch.is_open ? "success" : "neutral"} dot>
      {words.filter(Boolean).join(" · ")}
    </Badge>
  );
}
