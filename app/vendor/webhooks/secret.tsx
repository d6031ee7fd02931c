"use client";
// A secret at the one moment when it can be seen.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

/** `rotated`: another one was there before and lives on for a day. */
export function Secret({
  secret,
  rotated,
  onDone,
}: {
  secret: string;
  rotated?: boolean;
  onDone: () => void;
}) {
  const t = useTranslations("webhooks.secret");
  return (
    <div className="grid gap-4">
      <p>{t("text")}</p>
      {rotated && <p className="text-ink-2">{t("rotated")}</p>}
      <code
        data-testid="webhook-secret"
        className="rounded-md bg-surface-2 p-4 font-mono text-sm break-all select-all"
      >
        {secret}
      </code>
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton text={secret} />
        <Button onClick={onDone}>{t("done")}</Button>
      </div>
    </div>
  );
}
