"use client";
// From when to when nobody wants to be disturbed. A time half typed is not saved yet.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Switch } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Preferences } from "@/lib/notifications/schema";

type Quiet = NonNullable<Preferences["quiet"]>;
const NIGHT: Quiet = { from: "23:00", to: "08:00" };

/** `onChange` gets the hours as they are to be, null for none. */
export function QuietHours({
  quiet,
  onChange,
}: {
  quiet: Preferences["quiet"];
  onChange: (quiet: Preferences["quiet"]) => void;
}) {
  const t = useTranslations("notifications.preferences");
  const [typed, setTyped] = useState<Quiet>(quiet ?? NIGHT);
  const isSame = typed.from === typed.to;

  function type(change: Partial<Quiet>) {
    const next = { ...typed, ...change };
    setTyped(next);
    if (next.from && next.to && next.from !== next.to) onChange(next);
  }
  return (
    <div className="grid gap-3">
      <Switch
        label={t("quiet")}
        checked={quiet !== null}
        onChange={(event) => onChange(event.target.checked ? (isSame ? NIGHT : typed) : null)}
      />
      {quiet && (
        <div className="grid grid-cols-2 gap-4 sm:max-w-sm">
          <Field label={t("from")} error={isSame ? t("quietSame") : undefined}>
            {(control) => (
              <Input
                {...control}
                type="time"
                value={typed.from}
                onChange={(event) => type({ from: event.target.value })}
              />
            )}
          </Field>
          <Field label={t("to")}>
            {(control) => (
              <Input
                {...control}
                type="time"
                value={typed.to}
                onChange={(event) => type({ to: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  );
}
