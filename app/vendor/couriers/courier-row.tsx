"use client";
// One courier: shift, load, last position; the phone; letting go and taking back.
import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/clock";
import { ConfirmLater } from "@/components/ui/sheet-later";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Courier } from "@/lib/couriers/schema";
import { telephoneUrl } from "@/lib/format/telephone";

export function CourierRow({
  courier,
  onChange,
}: {
  courier: Courier;
  onChange: (courier: Courier) => void;
}) {
  const t = useTranslations("vendor.couriers");
  const errorText = useErrorText();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const name = courier.full_name;
  const online = courier.shift_status === "online";
  const seen = courier.last_position;

  const setActive = useAction(async (active: boolean) => {
    try {
      onChange(await api.patch<Courier>(`/api/vendor/couriers/${courier.id}`, { active }));
      toast({ title: active ? t("takeBackDone", { name }) : t("letGoDone", { name }), tone: "success" });
    } catch (error) {
      const busy = error instanceof ApiError && error.code === "COURIER_BUSY";
      toast({ title: busy ? t("busy", { name }) : errorText(error), tone: "danger" });
    }
    setAsking(false);
  });

  return (
    <li
      data-testid="courier-row"
      data-courier-id={courier.id}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3"
    >
      <Avatar name={name} />
      <div className="min-w-0 flex-1 basis-48">
        <p className={courier.active ? "truncate font-semibold" : "truncate font-semibold text-ink-3"}>
          {name}
        </p>
        <p className="truncate text-sm text-ink-3">
          {t(`vehicle.${courier.vehicle}`)} · {courier.email}
        </p>
        {online && (
          <p className="text-sm text-ink-2">
            {seen ? (
              <>
                {t("lastSeen")} <TimeAgo at={seen.at} />
                {seen.stale && ` (${t("stale")})`}
              </>
            ) : (
              t("neverSeen")
            )}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        {courier.active ? (
          <>
            <Badge tone={online ? "success" : "neutral"} dot>
              {online ? t("online") : t("offline")}
            </Badge>
            {online && <Badge>{t("carrying", { count: courier.active_orders })}</Badge>}
          </>
        ) : (
          <Badge tone="warning">{t("gone")}</Badge>
        )}
        {courier.phone && (
          <a
            href={telephoneUrl(courier.phone)}
            aria-label={t("call", { name })}
            title={courier.phone}
            className={buttonClass({ variant: "ghost", size: "sm" }, "px-2.5")}
          >
            <Phone aria-hidden className="size-4.5" />
          </a>
        )}
        {courier.active ? (
          <Button size="sm" variant="danger-quiet" onClick={() => setAsking(true)}>
            {t("letGo")}
          </Button>
        ) : (
          <Button
            size="sm"
            variant="secondary"
            pending={setActive.pending}
            onClick={() => void setActive.run(true)}
          >
            {t("takeBack")}
          </Button>
        )}
      </div>
      <ConfirmLater
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void setActive.run(false)}
        pending={setActive.pending}
        title={t("letGoTitle", { name })}
        confirmLabel={t("letGo")}
      >
        <p>{t("letGoText")}</p>
      </ConfirmLater>
    </li>
  );
}
