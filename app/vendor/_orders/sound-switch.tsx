"use client";
// Whether a new order rings on this device.
import { Bell, BellOff, BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Alarm } from "./use-alarm";

export function SoundSwitch({ alarm }: { alarm: Alarm }) {
  const t = useTranslations("vendor");
  const label = { on: t("sound.off"), off: t("sound.on"), blocked: t("sound.blocked") }[alarm.state];
  const Icon = { on: BellRing, off: BellOff, blocked: Bell }[alarm.state];
  return (
    <Button
      size="sm"
      variant={alarm.state === "on" ? "ghost" : "soft"}
      aria-label={label}
      title={label}
      icon={<Icon aria-hidden className="size-4.5" />}
      onClick={alarm.toggle}
      className="min-w-control-sm max-sm:px-2.5"
    >
      <span className="max-sm:sr-only">{label}</span>
    </Button>
  );
}
