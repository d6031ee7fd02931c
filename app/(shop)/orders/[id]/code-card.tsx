// The four digits the customer tells the courier at the door: nobody else is shown them.
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";

export function CodeCard({ code }: { code: string }) {
  const t = useTranslations("shop.track.code");
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2" data-testid="code-card">
      <div className="min-w-0 flex-1 basis-52">
        <h2 className="text-lg">{t("title")}</h2>
        <p className="text-sm text-ink-2">{t("hint")}</p>
      </div>
      <p
        data-testid="handover-code"
        role="img"
        aria-label={t("spoken", { digits: code.split("").join(" ") })}
        className="font-display text-3xl font-bold tracking-[0.25em] tabular-nums"
      >
        {code}
      </p>
    </Card>
  );
}
