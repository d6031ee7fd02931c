"use client";
// What can be done with an endpoint: test it, switch it, change it, renew its secret, delete it.
import { ArrowLeft, KeyRound, Pencil, Send, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazily } from "@/components/lazily";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/choice";
import { Clock } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { ConfirmLater, SheetLater } from "@/components/ui/sheet-later";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Endpoint, EndpointWithSecret } from "@/lib/webhooks/schema";
import { EndpointState } from "./endpoint-state";

const EndpointSheet = lazySheet(() => import("./endpoint-sheet").then((module) => module.EndpointSheet));
const Secret = lazily(() => import("./secret").then((module) => module.Secret));

type Question = "rotate" | "remove" | null;

export function EndpointPanel({ initial }: { initial: Endpoint }) {
  const t = useTranslations("webhooks");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();
  const router = useRouter();
  const [endpoint, setEndpoint] = useState(initial);
  const [editing, setEditing] = useState(false);
  const [question, setQuestion] = useState<Question>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const here = `/api/vendor/webhooks/${endpoint.id}`;

  const test = useAction(async () => {
    await api.post(`${here}/test`);
    toast({ title: t("action.tested"), tone: "success" });
    router.refresh(); // the log below
  });
  const change = useAction(async (enabled: boolean) => {
    setEndpoint(await api.patch<Endpoint>(here, { enabled }));
    router.refresh();
  });
  const rotate = useAction(async () => {
    const { secret: made, ...renewed } = await api.post<EndpointWithSecret>(`${here}/rotate`);
    setEndpoint(renewed);
    setSecret(made);
    setQuestion(null);
  });
  const remove = useAction(async () => {
    await api.delete(here);
    toast({ title: t("action.removed"), tone: "success" });
    router.push("/vendor/webhooks");
    router.refresh();
  });
  const error = test.error ?? change.error ?? rotate.error ?? remove.error;
  const busy = error instanceof ApiError && error.code === "INVALID_TRANSITION";

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <Link
        href="/vendor/webhooks"
        className="inline-flex min-h-11 items-center gap-1.5 justify-self-start text-sm font-medium text-brand-ink hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t("title")}
      </Link>
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div className="grid gap-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-2xl break-words">{endpoint.description || endpoint.url}</h1>
            <EndpointState endpoint={endpoint} />
          </div>
          {endpoint.description && <p className="font-mono text-sm break-all text-ink-2">{endpoint.url}</p>}
          <p className="text-sm text-ink-2">
            {endpoint.event_types.map((type) => t(`event.${type}`)).join(" · ")}
          </p>
          {endpoint.previous_secret_until && (
            <p className="text-sm text-ink-3">
              {t("oldSecret")} {t("until")} <Clock at={endpoint.previous_secret_until} date />
            </p>
          )}
        </div>
        {endpoint.disabled_reason === "TOO_MANY_FAILURES" && <Notice tone="danger">{t("stopped")}</Notice>}
        {endpoint.enabled && endpoint.failures_in_a_row > 0 && (
          <Notice tone="warning">{t("failing", { count: endpoint.failures_in_a_row })}</Notice>
        )}
        {error !== null && (
          <Notice tone={busy ? "info" : "danger"} live>
            {busy ? t("action.busy") : errorText(error)}
          </Notice>
        )}
        <Switch
          label={t("action.enabled")}
          checked={endpoint.enabled}
          onChange={({ target }) => void change.run(target.checked)}
        />
        <div className="flex flex-wrap gap-2">
          <Button
            data-testid="webhook-test"
            icon={<Send aria-hidden className="size-4" />}
            pending={test.pending}
            onClick={() => void test.run()}
          >
            {t("action.test")}
          </Button>
          <Button
            variant="secondary"
            icon={<Pencil aria-hidden className="size-4" />}
            onClick={() => setEditing(true)}
          >
            {common("edit")}
          </Button>
          <Button
            variant="secondary"
            icon={<KeyRound aria-hidden className="size-4" />}
            onClick={() => setQuestion("rotate")}
          >
            {t("action.rotate")}
          </Button>
          <Button
            variant="danger-quiet"
            icon={<Trash2 aria-hidden className="size-4" />}
            onClick={() => setQuestion("remove")}
          >
            {common("delete")}
          </Button>
        </div>
      </Card>
      <EndpointSheet
        open={editing}
        endpoint={endpoint}
        onClose={() => setEditing(false)}
        onSaved={setEndpoint}
      />
      <ConfirmLater
        open={question === "rotate"}
        danger={false}
        onClose={() => setQuestion(null)}
        onConfirm={() => void rotate.run()}
        pending={rotate.pending}
        title={t("action.rotateTitle")}
        confirmLabel={t("action.rotate")}
      >
        <p>{t("action.rotateText")}</p>
      </ConfirmLater>
      <ConfirmLater
        open={question === "remove"}
        onClose={() => setQuestion(null)}
        onConfirm={() => void remove.run()}
        pending={remove.pending}
        title={t("action.removeTitle")}
        confirmLabel={common("delete")}
      >
        <p>{t("action.removeText")}</p>
      </ConfirmLater>
      <SheetLater
        open={secret !== null}
        onClose={() => setSecret(null)}
        dismissable={false}
        title={t("secret.title")}
      >
        {secret !== null && <Secret rotated secret={secret} onDone={() => setSecret(null)} />}
      </SheetLater>
    </div>
  );
}
