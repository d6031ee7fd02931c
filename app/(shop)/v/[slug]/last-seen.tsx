// The line of a menu that the service worker took out of its cache: it alone marks the page so (lib/browser/worker/pages.ts).
import { WifiOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatMoment } from "@/lib/format/time";

/** The page says when it was made; to whoever reads it fresh the line is not there. */
export function LastSeen() {
  const t = useTranslations("shop.vendor");
  const locale = useLocale();
  const now = new Date().toISOString();
  return (
    <p
      data-testid="last-seen"
      className="mt-3 mb-3 hidden items-start gap-3 rounded-md bg-warning-soft px-3.5 py-3 text-sm font-medium [[data-last-seen]_&]:flex"
    >
      <WifiOff aria-hidden className="size-5 shrink-0 text-warning" />
      <span>
        {t.rich("lastSeen", { when: () => <time dateTime={now}>{formatMoment(now, locale)}</time> })}
      </span>
    </p>
  );
}
