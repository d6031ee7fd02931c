// One endpoint: its switch and secret, and the log of what was sent (`?state=`).
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { SectionHeading } from "@/components/ui/card";
import { TabLinks } from "@/components/ui/tab-links";
import { pageDatabase } from "@/lib/identity/session";
import { listDeliveries, listEndpoints } from "@/lib/webhooks/queries";
import { DELIVERY_STATES } from "@/lib/webhooks/schema";
import { requireVendor } from "../../access";
import { DeliveryLog, EndpointPanel } from "../islands";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ state?: string | string[] }> };

const PAGE_SIZE = 20;

const readEndpoint = cache(async (id: string) => {
  const { data } = await listEndpoints(await pageDatabase());
  return data.find((endpoint) => endpoint.id === id) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  await requireVendor(`/vendor/webhooks/${id}`, "staff");
  const { description, url } = await readEndpoint(id);
  return { title: description || url };
}

export default async function WebhookPage({ params, searchParams }: Props) {
  const [{ id }, { state: asked }] = await Promise.all([params, searchParams]);
  await requireVendor(`/vendor/webhooks/${id}`, "staff");
  const endpoint = await readEndpoint(id);
  const state = DELIVERY_STATES.find((name) => name === asked);
  const [t, log] = await Promise.all([
    getTranslations("webhooks.log"),
    listDeliveries(await pageDatabase(), id, { limit: PAGE_SIZE, ...(state && { state }) }),
  ]);
  const here = `/vendor/webhooks/${id}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <EndpointPanel initial={endpoint} />
      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <SectionHeading title={t("title")} hint={t("hint")} />
        <TabLinks
          label={t("filter")}
          tabs={[
            { href: here, label: t("all"), active: state === undefined },
            ...DELIVERY_STATES.map((name) => ({
              href: `${here}?state=${name}`,
              label: t(`state.${name}`),
              active: name === state,
            })),
          ]}
        />
        <DeliveryLog
          key={`${state} ${log.data[0]?.id}`} // what was sent from above is on top of a fresh page
          path={`/api/vendor/webhooks/${id}/deliveries?limit=${PAGE_SIZE}${state ? `&state=${state}` : ""}`}
          enabled={endpoint.enabled}
          initial={log}
        />
      </section>
    </div>
  );
}
