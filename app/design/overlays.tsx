"use client";
// What lies over the page: sheets, the question, toasts.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { Specimen } from "./specimen";

const KINDS = ["center", "wide", "side", "confirm"] as const;
type Kind = (typeof KINDS)[number];

export function Overlays() {
  const t = useTranslations("design");
  const toast = useToast();
  const [open, setOpen] = useState<Kind | null>(null);
  const close = () => setOpen(null);
  const footer = <Button onClick={close}>{t("notify")}</Button>;
  return (
    <>
      <Specimen name="Sheet · Confirm">
        {KINDS.map((kind) => (
          <Button key={kind} variant="secondary" onClick={() => setOpen(kind)}>
            {t(`overlays.${kind}`)}
          </Button>
        ))}
      </Specimen>
      <Specimen name="Toast">
        {(["neutral", "success", "danger"] as const).map((tone) => (
          <Button
            key={tone}
            variant="secondary"
            onClick={() =>
              toast({
                title: `${t("longName")} · ${tone}`,
                tone,
                ...(tone === "success" && { action: { label: t("notify"), run: close } }),
              })
            }
          >
            {tone}
          </Button>
        ))}
      </Specimen>
      {(["center", "wide", "side"] as const).map((kind) => (
        <Sheet
          key={kind}
          open={open === kind}
          onClose={close}
          title={t("longName")}
          wide={kind === "wide"}
          placement={kind === "side" ? "side" : "center"}
          footer={footer}
        >
          <p>{t("sentence")}</p>
        </Sheet>
      ))}
      <Confirm
        open={open === "confirm"}
        onClose={close}
        onConfirm={close}
        title={t("overlays.question")}
        confirmLabel={t("overlays.yes")}
      >
        <p>{t("sentence")}</p>
      </Confirm>
    </>
  );
}
