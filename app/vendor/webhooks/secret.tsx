"use client";
// A secret at the one moment when it can be seen.
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

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
  const toast = useToast();
  async function copy() {
    await navigator.clipboard.writeText(secret);
    toast({ title: t("copied"), tone: "success" });
  }
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
        <Button
          variant="secondary"
          icon={<Copy aria-hidden className="size-4" />}
          onClick={() => void copy().catch(() => undefined)}
        >
          {t("copy")}
        </Button>
        <Button onClick={onDone}>{t("done")}</Button>
      </div>
    </div>
  );
}
