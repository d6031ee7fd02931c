"use client";
// Pushes on this device: how the browser stands, said plainly, and what can be done about it.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type PushState, pushState, turnOff, turnOn } from "@/components/notifications/push-device";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";

const TONES = { on: "success", denied: "warning" } as const satisfies Partial<Record<PushState, string>>;

/** `publicKey` is what browsers subscribe with; null when the server sends no pushes. */
export function PushCard({ publicKey }: { publicKey: string | null }) {
  const t = useTranslations("notifications.push");
  const toast = useToast();
  const [state, setState] = useState<PushState | null>(null);

  useEffect(() => {
    pushState(publicKey).then(setState, () => setState("off"));
  }, [publicKey]);

  const change = useAction(async (to: "on" | "off") => {
    if (to === "off") await turnOff();
    setState(to === "on" && publicKey ? await turnOn(publicKey) : "off");
  });
  const test = useAction(async () => {
    await api.post("/api/push-subscriptions/test");
    toast({ title: t("tested"), tone: "success" });
  });

  if (state === null) return <Skeleton className="h-12" />;
  return (
    <div className="grid gap-3" data-testid="push-device" data-state={state}>
      <Notice tone={state === "on" || state === "denied" ? TONES[state] : "info"}>{t(state)}</Notice>
      {(change.error !== null || test.error !== null) && (
        <Notice tone="danger" live>
          {t("failed")}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {state === "off" && (
          <Button pending={change.pending} onClick={() => change.run("on")}>
            {t("turnOn")}
          </Button>
        )}
        {state === "on" && (
          <>
            <Button variant="secondary" pending={test.pending} onClick={() => test.run()}>
              {t("test")}
            </Button>
            <Button variant="ghost" pending={change.pending} onClick={() => change.run("off")}>
              {t("turnOff")}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
