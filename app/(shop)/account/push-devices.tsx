"use client";
// The browsers that get this person's pushes: which, since when, when last, and taking one off.
import { BellRing, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Clock, TimeAgo } from "@/components/ui/clock";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { PushDevice } from "@/lib/notifications/schema";

const pushDevice = () => import("@/components/notifications/push-device");

export function PushDevices({ initial }: { initial: { data: PushDevice[] } }) {
  const t = useTranslations("shop.account.devices");
  const toast = useToast();
  const errorText = useErrorText();
  const { data, mutate } = useResource("/api/push-subscriptions", initial);
  const [mine, setMine] = useState<string | null>(null);
  useEffect(() => {
    pushDevice()
      .then(({ thisFingerprint }) => thisFingerprint())
      .then(setMine, () => setMine(null));
  }, []);
  const remove = useAction(async ({ id, fingerprint, device }: PushDevice) => {
    try {
      if (fingerprint === mine) await (await pushDevice()).turnOff();
      else await api.delete(`/api/push-subscriptions/${id}`);
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "NOT_FOUND")) {
        toast({ title: errorText(error), tone: "danger" });
        return;
      }
    }
    mutate((now) => now && { data: now.data.filter((other) => other.id !== id) });
    toast({ title: t("removed", { device: device ?? t("unknown") }), tone: "success" });
  });
  const devices = data?.data ?? [];
  if (devices.length === 0) return <p className="text-sm text-ink-2">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line" data-testid="push-devices">
      {devices.map((one) => {
        const name = one.device ?? t("unknown");
        return (
          <li key={one.id} className="flex items-center gap-3 py-2.5" data-testid="push-device-row">
            <BellRing aria-hidden className="size-5 shrink-0 text-ink-3" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium break-words">{name}</span>
                {one.fingerprint === mine && <Badge tone="success">{t("this")}</Badge>}
              </p>
              <p className="text-sm text-ink-3">
                {t.rich("since", { at: () => <Clock at={one.created_at} date /> })} ·{" "}
                {t.rich("used", { ago: () => <TimeAgo at={one.used_at} /> })}
              </p>
            </div>
            <IconButton
              label={t("remove", { device: name })}
              icon={<Trash2 aria-hidden className="size-4.5" />}
              disabled={remove.pending}
              onClick={() => void remove.run(one)}
            />
          </li>
        );
      })}
    </ul>
  );
}
