"use client";
// The choices, saved one by one as they are made: shown at once, taken back when the server did not take them.
import { type ReactNode, useState } from "react";
import { Card } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Preferences, PreferencesPatch } from "@/lib/notifications/schema";
import { KindTable } from "./kind-table";
import { QuietHours } from "./quiet-hours";

/** `initial` is what the server read; the headings are made there. */
export function PreferencesForm({
  initial,
  kindsHeading,
  quietHeading,
}: {
  initial: Preferences;
  kindsHeading: ReactNode;
  quietHeading: ReactNode;
}) {
  const [shown, setShown] = useState(initial);
  const toast = useToast();
  const errorText = useErrorText();

  async function save(patch: PreferencesPatch, before: Preferences) {
    try {
      await api.put<Preferences>("/api/notifications/preferences", patch);
    } catch (error) {
      setShown(before);
      toast({ title: errorText(error), tone: "danger" });
    }
  }

  return (
    <>
      <Card className="grid gap-3">
        {kindsHeading}
        <KindTable
          kinds={shown.kinds}
          onChange={(changed) => {
            const kinds = shown.kinds.map((row) => (row.kind === changed.kind ? changed : row));
            setShown({ ...shown, kinds });
            void save({ kinds: [changed] }, shown);
          }}
        />
      </Card>
      <Card className="grid gap-3">
        {quietHeading}
        <QuietHours
          quiet={shown.quiet}
          onChange={(quiet) => {
            setShown({ ...shown, quiet });
            void save({ quiet }, shown);
          }}
        />
      </Card>
    </>
  );
}
