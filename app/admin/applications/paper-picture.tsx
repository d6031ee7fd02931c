"use client";
// A paper that is a picture, to be read: fits its place at first, and is wider than it when it is looked at closely.
import { ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { Scroller } from "@/components/ui/scroller";

const ZOOMS = [1, 1.5, 2, 3, 4];

/** `name` says which paper it is. Each time it appears, the look is put on record. */
export function PaperPicture({ src, name }: { src: string; name: string }) {
  const t = useTranslations("admin.papers");
  const [step, setStep] = useState(0);
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <Notice tone="danger" live>
        {t("unreadable")}
      </Notice>
    );
  }
  return (
    <div className="grid gap-1">
      <Scroller label={name} className="max-h-[70dvh] rounded-md border border-line bg-surface-2">
        {/* biome-ignore lint/performance/noImgElement: a private file, which no optimiser may keep */}
        <img
          src={src}
          alt={name}
          onError={() => setFailed(true)}
          style={{ width: `${(ZOOMS[step] ?? 1) * 100}%` }}
          className="max-w-none"
        />
      </Scroller>
      <div className="flex justify-end">
        <IconButton
          label={t("zoomOut")}
          icon={<ZoomOut aria-hidden className="size-5" />}
          disabled={step === 0}
          onClick={() => setStep(step - 1)}
        />
        <IconButton
          label={t("zoomIn")}
          icon={<ZoomIn aria-hidden className="size-5" />}
          disabled={step === ZOOMS.length - 1}
          onClick={() => setStep(step + 1)}
        />
      </div>
    </div>
  );
}
