"use client";
// Sagas in one state, read again while they are looked at, and the operator's two ways to help one on.
import { CircleCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { ConnectionState } from "@/components/live/connection-state";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useLive } from "@/lib/live/use-live";
import type { Saga } from "@/lib/payments/schema";
import { usePages } from "../use-pages";
import { SagaRow } from "./saga-row";
import { StateLinks } from "./state-links";

const SagaDialog = lazySheet(() => import("./saga-dialog").then((module) => module.SagaDialog));

/** `path` is the list's first page in the API, `initial` that page as the server read it. */
export function SagaDesk({
  state,
  states,
  path,
  initial,
}: {
  state: Saga["state"];
  states: readonly Saga["state"][];
  path: string;
  initial: { data: Saga[]; next_cursor: string | null };
}) {
  const t = useTranslations("admin.money.sagas");
  const errorText = useErrorText();
  const router = useRouter();
  const { rows, cursor, error, reload, loadMore, put } = usePages<Saga>(path, initial);
  const { state: live } = useLive({ topics: [], reread: reload });
  const [asked, setAsked] = useState<{ saga: Saga; action: "retry" | "compensate" } | null>(null);

  function changed() {
    void reload();
    router.refresh(); // the counts above
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StateLinks
          section="sagas"
          current={state}
          states={states.map((name) => ({ state: name, label: t(`state.${name}`) }))}
        />
        <ConnectionState state={live} />
      </div>
      {error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(error)}
        </NoticeLater>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={<CircleCheck aria-hidden />} title={t(`none.${state}`)}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <Card as="div" flush>
          <ul className="divide-y divide-line">
            {rows.map((saga) => (
              <SagaRow key={saga.id} saga={saga} onAct={(action) => setAsked({ saga, action })} />
            ))}
          </ul>
        </Card>
      )}
      <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
      <SagaDialog
        open={asked !== null}
        asked={asked}
        onClose={() => setAsked(null)}
        onDone={(saga) => {
          put(saga);
          changed();
        }}
        onStale={changed}
      />
    </div>
  );
}
