"use client";
// Puts a text on the clipboard and says so.
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button";
import { useToast } from "./toast";

/** Keep `text` selectable beside it: a browser may refuse. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations("common.copy");
  const toast = useToast();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      toast({ title: t("done"), tone: "success" });
    } catch {
      toast({ title: t("refused"), tone: "danger" });
    }
  }
  return (
    <Button variant="secondary" icon={<Copy aria-hidden className="size-4" />} onClick={() => void copy()}>
      {t("do")}
    </Button>
  );
}
