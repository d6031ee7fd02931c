// One order followed by somebody who was given its link: no account, nothing but the ride.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { pageDatabase } from "@/lib/identity/session";
import { ApiError } from "@/lib/platform/errors";
import { getTracking } from "@/lib/tracking/queries";
import { TrackingParams } from "@/lib/tracking/schema";
import { Follow } from "./follow";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("shop.follow"))("title"),
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

export default async function FollowPage({ params }: { params: Promise<{ token: string }> }) {
  const asked = TrackingParams.safeParse(await params);
  if (!asked.success) notFound();
  const { token } = asked.data;
  try {
    const tracking = await getTracking(await pageDatabase(), token);
    return (
      <Page width="wide">
        <Follow token={token} initial={tracking} />
      </Page>
    );
  } catch (error) {
    if (error instanceof ApiError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
