"use client";
// The ride as it is now, read again every few seconds while the page is looked at. Without a network the last reading stays, and is said
// to be old; a link that was taken back shows nothing more.
import { useLocale, useTranslations } from "next-intl";
import { lazily } from "@/components/lazily";
import { Card, SectionHeading } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Timeline } from "@/components/ui/timeline";
import { ApiError } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import { formatMoment } from "@/lib/format/time";
import { useLive } from "@/lib/live/use-live";
import type { Tracking } from "@/lib/tracking/schema";
import { endedUnhappily, hasEnded, stepsOf } from "../../orders/[id]/progress";
import { LinkGone } from "./link-gone";

const FollowMap = lazily(
  () => import("./follow-map").then((module) => module.FollowMap),
  <Skeleton className="h-72 rounded-lg sm:h-96" />,
);

/** `initial` is what the server read with `token`. */
export function Follow({ token, initial }: { token: string; initial: Tracking }) {
  const t = useTranslations("shop.follow");
  const errorText = useErrorText();
  const { data = initial, error, reload } = useResource<Tracking>(`/api/tracking/${token}`, initial);
  const gone = error instanceof ApiError && error.status === 404;
  const over = gone || hasEnded(data.status);
  useLive({ topics: [], reread: () => !over && !document.hidden && reload() });

  if (gone) return <LinkGone />;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[1fr_24rem] lg:gap-6">
      <div className="grid gap-4">
        <Head tracking={data} />
        {error !== null && (
          <Notice tone="warning" live>
            {errorText(error)}
          </Notice>
        )}
        {data.courier && <FollowMap tracking={data} courier={data.courier} />}
      </div>
      <Card>
        <SectionHeading title={t("steps")} className="mb-4" />
        <Steps tracking={data} />
      </Card>
    </div>
  );
}

function Head({ tracking }: { tracking: Tracking }) {
  const t = useTranslations("shop.follow");
  const { status, vendor, branch, neighborhood } = tracking;
  return (
    <Card className={cx("grid gap-3", endedUnhappily(status) ? "bg-danger-soft!" : "bg-brand-soft!")}>
      <p className="text-sm text-ink-2">
        {neighborhood
          ? t("fromTo", { vendor: vendor.name, neighborhood })
          : t("from", { vendor: vendor.name, branch: branch.name })}
      </p>
      <div role="status" data-testid="follow-status" data-status={status}>
        <h1 className="text-3xl">
          <StatusWords tracking={tracking} />
        </h1>
      </div>
      <Eta tracking={tracking} />
    </Card>
  );
}

function StatusWords({ tracking: { status, type } }: { tracking: Pick<Tracking, "status" | "type"> }) {
  const t = useTranslations("shop.follow");
  const track = useTranslations("shop.track");
  // The customer's own words speak to the customer.
  if (status === "CANCELED_BY_USER") return t("canceled");
  if (type === "delivery") return track(`status.${status}`);
  return status === "DELIVERED" || status === "READY"
    ? t(`pickup.${status}`)
    : track(`pickupStatus.${status}`);
}

function Eta({ tracking: { status, type, eta_at, ended_at } }: { tracking: Tracking }) {
  const t = useTranslations("shop.follow");
  const locale = useLocale();
  if (ended_at) return <p className="text-lg text-ink-2">{formatMoment(ended_at, locale)}</p>;
  if (type === "pickup" && status === "READY") return null;
  return (
    <p className="text-lg text-ink-2">
      {t.rich(type === "pickup" ? "readyAt" : "arrivesAt", { when: () => <Clock at={eta_at} /> })}
    </p>
  );
}

function Steps({ tracking }: { tracking: Tracking }) {
  const track = useTranslations("shop.track");
  const passed = tracking.passed.map(({ status, at }, index) => ({
    version: index,
    type: "order.status_changed" as const,
    at,
    actor: { role: "system", name: null },
    data: { to: status },
  }));
  return (
    <Timeline
      items={stepsOf(tracking, passed).map(({ id, status, state, event }) => ({
        id,
        state,
        at: event && <Clock at={event.at} />,
        // Two statuses say what is waited for; once over, they say what happened.
        title:
          state === "done" && (status === "NEW" || status === "READY") ? (
            track(`passed.${status}`)
          ) : (
            <StatusWords tracking={{ status, type: tracking.type }} />
          ),
      }))}
    />
  );
}
