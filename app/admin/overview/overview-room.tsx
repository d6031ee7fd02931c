"use client";
// What waits, kept fresh by re-reading: nothing here has a channel of its own.
import { useTranslations } from "next-intl";
import { ConnectionState } from "@/components/live/connection-state";
import { SectionHeading } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Overview } from "@/lib/desk/schema";
import { useLive } from "@/lib/live/use-live";
import { Decisions } from "./decisions";
import { Today } from "./today";

/** `initial` as the server read it. */
export function OverviewRoom({ initial }: { initial: Overview }) {
  const t = useTranslations("desk.overview");
  const errorText = useErrorText();
  const { data = initial, error, reload } = useResource<Overview>("/api/admin/overview", initial);
  const { state } = useLive({ topics: [], reread: reload });
  return (
    <div className="grid grid-cols-1 gap-5">
      <SectionHeading
        level={1}
        title={t("title")}
        hint={t("hint")}
        actions={<ConnectionState state={state} />}
      />
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      <Decisions decisions={data.decisions} />
      <Today today={data.today} />
    </div>
  );
}
