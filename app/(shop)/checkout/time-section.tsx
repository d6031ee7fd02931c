"use client";
// As soon as possible, or a quarter of an hour at which the branch is open and its kitchen has room. A refused time offers the nearest others.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Radio } from "@/components/ui/choice";
import { useNow } from "@/components/ui/clock";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { ShopBranch } from "@/lib/catalog/schema";
import type { BranchSlots } from "@/lib/catalog/slots";
import { dayOf, formatOpening } from "@/lib/format/opening";
import { formatClock, formatMinutes } from "@/lib/format/time";
import { regularTotal } from "@/lib/orders/regular";
import type { Quote } from "@/lib/orders/schema";
import { alternativesOf, type Problem } from "../cart/problems";
import { useProblemText } from "../cart/use-problem-text";
import type { ChosenPlace } from "../place/place";
import type { Draft } from "./draft";

/** The branch's own preparation time counts until the quote knows the ride as well. */
export function TimeSection({
  branch,
  draft,
  place,
  quote,
  problem,
  onChange,
}: {
  branch: ShopBranch;
  draft: Draft;
  place: ChosenPlace | null;
  quote: Quote | null;
  problem: Problem | undefined;
  onChange: (change: Partial<Draft>) => void;
}) {
  const t = useTranslations("shop.checkout");
  const c = useTranslations("common");
  const errorText = useErrorText();
  const locale = useLocale();
  const problemText = useProblemText();
  const now = useNow(60_000);
  const minutes = quote?.eta_minutes ?? branch.prep_minutes;
  const wish = new URLSearchParams({
    ...(quote && { make_minutes: String(quote.make_minutes) }),
    ...(draft.type === "delivery" && place && { lat: String(place.lat), lng: String(place.lng) }),
  });
  const free = useResource<BranchSlots>(quote && `/api/branches/${branch.id}/slots?${wish}`);
  // A list that was read a while ago must not offer what has passed since; what filled up since, the quote says.
  const soonest = now + branch.prep_minutes * 60_000;
  const days = (free.data?.days ?? [])
    .map(({ date, slots }) => ({ date, slots: slots.filter((at) => Date.parse(at) > soonest) }))
    .filter(({ slots }) => slots.length > 0);
  const chosen = draft.scheduled_for;
  const day = days.find(({ date }) => chosen && date === dayOf(Date.parse(chosen)));
  const firstSlot = days[0]?.slots[0];
  const offers = problem
    ? problem.code === "SLOT_UNAVAILABLE"
      ? alternativesOf(problem)
      : firstSlot
        ? [firstSlot]
        : []
    : [];
  const dayName = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });

  return (
    <Card className="grid gap-2">
      <h2 className="text-lg">{t("when")}</h2>
      {problem && (
        <Notice
          tone="danger"
          live
          action={
            <div className="flex flex-wrap gap-2">
              {offers.map((at) => (
                <Button
                  key={at}
                  variant="secondary"
                  size="sm"
                  onClick={() => onChange({ scheduled_for: at })}
                >
                  {formatOpening(at, locale, now)}
                </Button>
              ))}
            </div>
          }
        >
          {problemText(problem)}
        </Notice>
      )}
      <div className="divide-y divide-line">
        <Radio
          name="when"
          label={t("now")}
          hint={
            branch.is_open && !chosen && quote
              ? t("nowHint", {
                  minutes: formatMinutes(minutes, locale),
                  at: formatClock(quote.eta_at, locale),
                })
              : undefined
          }
          checked={chosen === null}
          onChange={() => onChange({ scheduled_for: null })}
        />
        <Radio
          name="when"
          label={t("later")}
          hint={chosen ? formatOpening(chosen, locale, now) : undefined}
          checked={chosen !== null}
          disabled={!firstSlot}
          onChange={() => firstSlot && onChange({ scheduled_for: firstSlot })}
        />
      </div>
      {chosen && quote && (quote.prices_until !== null || quote.items.some(regularTotal)) && (
        <p className="text-sm text-ink-2" data-testid="prices-now">
          {t("pricesNow")}
        </p>
      )}
      {free.error !== null && (
        <Notice
          tone="warning"
          live
          action={
            <Button variant="secondary" size="sm" pending={free.loading} onClick={() => void free.reload()}>
              {c("retry")}
            </Button>
          }
        >
          {errorText(free.error)}
        </Notice>
      )}
      {chosen && (
        <div className="grid grid-cols-[1.4fr_1fr] gap-3">
          <Field label={t("day")}>
            {(control) => (
              <Select
                {...control}
                value={day?.date ?? ""}
                onChange={(event) => {
                  const next = days.find(({ date }) => date === event.target.value);
                  const [slot] = next?.slots ?? [];
                  if (slot) onChange({ scheduled_for: slot });
                }}
              >
                {!day && (
                  <option value="">
                    {dayName.format(new Date(`${dayOf(Date.parse(chosen))}T00:00:00Z`))}
                  </option>
                )}
                {days.map(({ date }) => (
                  <option key={date} value={date}>
                    {dayName.format(new Date(`${date}T00:00:00Z`))}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t("time")}>
            {(control) => (
              <Select
                {...control}
                value={chosen}
                onChange={(event) => onChange({ scheduled_for: event.target.value })}
              >
                {!day?.slots.includes(chosen) && (
                  <option value={chosen}>{formatClock(chosen, locale)}</option>
                )}
                {day?.slots.map((slot) => (
                  <option key={slot} value={slot}>
                    {formatClock(slot, locale)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      )}
    </Card>
  );
}
