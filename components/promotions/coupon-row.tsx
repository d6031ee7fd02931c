"use client";
// One coupon: its code, what it gives, how much of it is used; pausing and resuming it, and who used it.
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { api, savedMeanwhile } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Coupon } from "@/lib/promotions/schema";
import { useCouponWords } from "./use-coupon-words";

const tones: Record<Coupon["state"], Tone> = {
  active: "success",
  scheduled: "info",
  paused: "warning",
  ended: "neutral",
  used_up: "neutral",
};

/** `path` is the list's address in the API; `onChanged` gets the coupon as it is after a change, by this or by somebody else. */
export function CouponRow({
  coupon,
  path,
  onChanged,
  onUses,
}: {
  coupon: Coupon;
  path: string;
  onChanged: (coupon: Coupon) => void;
  onUses: () => void;
}) {
  const t = useTranslations("promotions");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();
  const words = useCouponWords();
  const { gives, limits } = words(coupon);

  async function switchTo(active: boolean, version?: number): Promise<void> {
    try {
      const kept = await api.patch<Coupon>(`${path}/${coupon.id}`, { active, version });
      onChanged(kept);
      toast({
        title: t(active ? "resumed" : "pausedNow", { code: coupon.code }),
        tone: "success",
        action: { label: common("undo"), run: () => void change.run(!active) },
      });
    } catch (error) {
      const current = savedMeanwhile<Coupon>(error);
      if (current) onChanged(current);
      throw error;
    }
  }
  const change = useAction(switchTo);

  return (
    <li
      data-testid="coupon"
      data-code={coupon.code}
      data-state={coupon.state}
      className="grid gap-x-6 gap-y-3 p-4 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_auto] lg:items-center"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-mono text-lg font-bold break-all">{coupon.code}</span>
          <Badge tone={tones[coupon.state]}>{t(`state.${coupon.state}`)}</Badge>
        </p>
        <p className="font-medium">{gives}</p>
        {limits.length > 0 && <p className="text-sm text-ink-2">{limits.join(" · ")}</p>}
      </div>
      <div className="text-sm text-ink-2">
        <p>
          {coupon.total_limit === null
            ? t("used", { count: coupon.redeemed })
            : t("usedOf", { count: coupon.redeemed, limit: coupon.total_limit })}
          {" · "}
          {t.rich("given", { amount: () => <Money minor={coupon.given_minor} /> })}
        </p>
        <p className="text-ink-3">
          <Clock at={coupon.starts_at} date /> –{" "}
          {coupon.ends_at ? <Clock at={coupon.ends_at} date /> : t("open")}
        </p>
      </div>
      <div className="flex flex-wrap gap-2 lg:justify-end">
        <Button variant="secondary" size="sm" onClick={onUses} data-testid="coupon-uses">
          {t("uses")}
        </Button>
        {coupon.state !== "ended" && (
          <Button
            variant={coupon.active ? "ghost" : "soft"}
            size="sm"
            pending={change.pending}
            onClick={() => void change.run(!coupon.active, coupon.version)}
            data-testid="coupon-switch"
          >
            {t(coupon.active ? "pause" : "resume")}
          </Button>
        )}
      </div>
      {change.error !== null && (
        <Notice tone="danger" live className="lg:col-span-3">
          {errorText(change.error)}
        </Notice>
      )}
    </li>
  );
}
