"use client";
// The endpoints as cards, each the way to its log; and adding one.
import { Plus, Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { EndpointList } from "@/lib/webhooks/schema";
import { EndpointCard } from "./endpoint-card";

const EndpointSheet = lazySheet(() => import("./endpoint-sheet").then((module) => module.EndpointSheet));

const MOST = 10; // the API's limit

export function Endpoints({ initial }: { initial: EndpointList }) {
  const t = useTranslations("webhooks");
  const errorText = useErrorText();
  const { data = initial, error, reload } = useResource<EndpointList>("/api/vendor/webhooks", initial);
  const [adding, setAdding] = useState(false);
  const endpoints = data.data;
  const add = (
    <Button
      icon={<Plus aria-hidden className="size-4" />}
      disabled={endpoints.length >= MOST}
      title={endpoints.length >= MOST ? t("full") : undefined}
      onClick={() => setAdding(true)}
    >
      {t("add")}
    </Button>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SectionHeading
        level={1}
        title={t("title")}
        hint={endpoints.length > 0 && t("hint")}
        actions={endpoints.length > 0 && add}
      />
      {error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(error)}
        </NoticeLater>
      )}
      {endpoints.length === 0 ? (
        <EmptyState icon={<Webhook aria-hidden />} title={t("empty")} action={add}>
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3 xl:grid-cols-2">
          {endpoints.map((endpoint) => (
            <EndpointCard key={endpoint.id} endpoint={endpoint} />
          ))}
        </ul>
      )}
      <EndpointSheet open={adding} onClose={() => setAdding(false)} onSaved={() => void reload()} />
    </div>
  );
}
