"use client";
// Says on every page that somebody else's account is looked at, for how long still, and how to stop. When the time is over the page is
// asked for again: it is the operator's own then.
import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Countdown } from "@/components/ui/clock";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";

export function ViewingBanner({ name, personId, until }: { name: string; personId: string; until: string }) {
  const t = useTranslations("common.viewing");
  const errorText = useErrorText();
  const [over, setOver] = useState(false);
  const leave = () => window.location.assign(`/admin/users/${personId}`);
  const end = useAction(async () => {
    await api.delete("/api/admin/impersonation");
    leave();
    await new Promise(() => {}); // busy until the next page is here
  });
  return (
    <section
      aria-label={t("as", { name })}
      data-testid="viewing"
      className="sticky bottom-0 z-40 order-last flex flex-wrap items-center gap-x-4 gap-y-1 bg-ink px-4 py-2 text-bg print:hidden"
    >
      <Eye aria-hidden className="size-5 shrink-0" />
      <p className="min-w-0 flex-1 basis-60 text-sm font-medium">
        {end.error === null ? t("as", { name }) : errorText(end.error)}
      </p>
      <p className="text-sm">
        {t("left")}{" "}
        <Countdown
          until={until}
          urgentSeconds={0}
          onEnd={() => {
            if (over) return;
            setOver(true);
            leave();
          }}
        />
      </p>
      <Button variant="secondary" size="sm" pending={end.pending} onClick={() => void end.run()}>
        {t("end")}
      </Button>
    </section>
  );
}
