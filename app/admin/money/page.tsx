// The operator's desk for money: whether every lira is where it belongs, and the way on where one is not (`?show=`, `?state=`).
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SectionHeading } from "@/components/ui/card";
import { TabLinks } from "@/components/ui/tab-links";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { listProviderEvents, listSagas, moneyOverview, moneySettings } from "@/lib/payments/queries";
import type { MoneyOverview } from "@/lib/payments/schema";
import { listAllPayouts } from "@/lib/settlement/queries";
import { listAdjustments } from "@/lib/wallet/queries";
import { AdjustmentDesk, Overview, PayoutDesk, SagaDesk, SettingsForm, WebhookList } from "./panels";
import { SECTIONS, type Section, sectionPath } from "./sections";

const PAGE_SIZE = 20;
const SAGA_STATES = ["stuck", "running", "waiting", "compensated", "done"] as const;
const EVENT_STATES = ["unmatched", "refused", "received", "processed"] as const;
const ADJUSTMENT_STATES = ["awaiting", "applied", "declined"] as const;

type Asked = string | string[] | undefined;

/** The asked state where it is one of `states`, otherwise the first. */
function stateOf<State extends string>(states: readonly [State, ...State[]], asked: Asked): State {
  return states.find((name) => name === asked) ?? states[0];
}

export default async function MoneyPage({
  searchParams,
}: {
  searchParams: Promise<{ show?: Asked; state?: Asked }>;
}) {
  await pageUser("admin", "/admin/money");
  const { show, state } = await searchParams;
  const section = SECTIONS.find((name) => name === show) ?? "overview";
  const [t, overview] = await Promise.all([
    getTranslations("admin.money"),
    moneyOverview(await pageDatabase()),
  ]);
  const counts: Partial<Record<Section, number>> = {
    sagas: overview.sagas.stuck,
    webhooks: overview.webhooks.unmatched + overview.webhooks.refused,
    adjustments: overview.adjustments_awaiting,
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SectionHeading level={1} title={t("title")} hint={t("hint")} />
      <TabLinks
        label={t("title")}
        tabs={SECTIONS.map((name) => ({
          href: sectionPath(name),
          label: t(`sections.${name}`),
          active: name === section,
          ...(counts[name] ? { count: counts[name] } : {}),
        }))}
      />
      {await CONTENT[section](overview, state)}
    </div>
  );
}

const CONTENT: Record<Section, (overview: MoneyOverview, asked: Asked) => ReactNode | Promise<ReactNode>> = {
  overview: (overview) => <Overview initial={overview} />,
  sagas: async (_, asked) => {
    const state = stateOf(SAGA_STATES, asked);
    const initial = await listSagas(await pageDatabase(), { state, limit: PAGE_SIZE });
    const path = `/api/admin/sagas?state=${state}&limit=${PAGE_SIZE}`;
    return <SagaDesk key={state} state={state} states={SAGA_STATES} path={path} initial={initial} />;
  },
  webhooks: async (_, asked) => {
    const state = stateOf(EVENT_STATES, asked);
    const initial = await listProviderEvents(await pageDatabase(), { state, limit: PAGE_SIZE });
    const path = `/api/admin/provider-events?state=${state}&limit=${PAGE_SIZE}`;
    return <WebhookList key={state} state={state} states={EVENT_STATES} path={path} initial={initial} />;
  },
  adjustments: async (_, asked) => {
    const status = stateOf(ADJUSTMENT_STATES, asked);
    const db = await pageDatabase();
    const [initial, settings] = await Promise.all([
      listAdjustments(db, { status, limit: PAGE_SIZE }),
      moneySettings(db),
    ]);
    return (
      <AdjustmentDesk
        key={status}
        status={status}
        statuses={ADJUSTMENT_STATES}
        path={`/api/admin/adjustments?status=${status}&limit=${PAGE_SIZE}`}
        initial={initial}
        limitMinor={settings.adjustment_limit_minor}
      />
    );
  },
  payouts: async () => (
    <PayoutDesk
      path={`/api/admin/payouts?limit=${PAGE_SIZE}`}
      initial={await listAllPayouts(await pageDatabase(), { limit: PAGE_SIZE })}
    />
  ),
  settings: async () => <SettingsForm initial={await moneySettings(await pageDatabase())} />,
};
