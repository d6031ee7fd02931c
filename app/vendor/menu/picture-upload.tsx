"use client";
// A picture of the shop's own: chosen, dropped or taken with the telephone, cropped, sent.
import { Camera, ImageUp, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button, buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { upload } from "@/lib/browser/upload";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";

const CropSheet = lazySheet(() => import("./crop-sheet").then((module) => module.CropSheet));

/** What every browser opens; a telephone turns its own kinds into one of them. */
const ACCEPTED = "image/jpeg,image/png,image/webp";

/** `replaces`: there is a picture already. `aspect` is width / height as the shop shows it. `onSending` is told when it starts and when it ends. */
export function PictureUpload({
  replaces,
  aspect,
  onSending,
  onUploaded,
}: {
  replaces: boolean;
  aspect: number;
  onSending: (sending: boolean) => void;
  onUploaded: (url: string) => void;
}) {
  const t = useTranslations("vendor.menu.picture");
  const errorText = useErrorText();
  const [file, setFile] = useState<File | null>(null);
  const [cropped, setCropped] = useState<Blob | null>(null);
  const [share, setShare] = useState(0);
  const [over, setOver] = useState(false);
  const [unfit, setUnfit] = useState(false);
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  const send = useAction(async (picture: Blob) => {
    setShare(0);
    leaving.current = new AbortController();
    const { signal } = leaving.current;
    onSending(true);
    try {
      const { url } = await upload<{ url: string }>("/api/vendor/pictures", picture, {
        onProgress: setShare,
        signal,
      });
      setCropped(null);
      onUploaded(url);
    } finally {
      onSending(false);
    }
  });

  function take(chosen: File | undefined) {
    if (!chosen || send.pending) return;
    send.reset();
    setCropped(null);
    setUnfit(!chosen.type.startsWith("image/"));
    if (chosen.type.startsWith("image/")) setFile(chosen);
  }
  function onChosen(event: ChangeEvent<HTMLInputElement>) {
    take(event.target.files?.[0]);
    event.target.value = ""; // the same file may be chosen again
  }
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }
  const look = (extra = "") =>
    buttonClass(
      { size: "sm", variant: "secondary" },
      cx("cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-brand-ink", extra),
    );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the fields inside do the same
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cx(
        "grid gap-2 rounded-md border border-dashed p-3",
        over ? "border-brand-ink bg-brand-soft" : "border-line-control/60",
      )}
    >
      <div className="flex flex-wrap items-center gap-2">
        <label className={look()}>
          <ImageUp aria-hidden className="size-4" />
          {t(replaces ? "replace" : "upload")}
          <input
            type="file"
            accept={ACCEPTED}
            className="sr-only"
            data-testid="picture-file"
            onChange={onChosen}
          />
        </label>
        <label className={look("pointer-fine:hidden")}>
          <Camera aria-hidden className="size-4" />
          {t("take")}
          <input
            type="file"
            accept={ACCEPTED}
            capture="environment"
            className="sr-only"
            onChange={onChosen}
          />
        </label>
        <span className="text-sm text-ink-2 pointer-coarse:hidden">{t("drop")}</span>
      </div>
      {send.pending && (
        <div className="grid gap-1">
          <progress max={1} value={share} aria-label={t("sending")} className="h-2 w-full accent-brand" />
          <p role="status" className="text-sm text-ink-2">
            {t("sent", { percent: Math.round(share * 100) })}
          </p>
        </div>
      )}
      {unfit && (
        <Notice tone="danger" live>
          {t("unreadable")}
        </Notice>
      )}
      {send.error !== null && (
        <Notice
          tone="danger"
          live
          action={
            cropped && (
              <Button
                size="sm"
                variant="secondary"
                icon={<RotateCw aria-hidden className="size-4" />}
                onClick={() => void send.run(cropped)}
              >
                {t("again")}
              </Button>
            )
          }
        >
          {errorText(send.error)}
        </Notice>
      )}
      <CropSheet
        open={file !== null}
        file={file}
        aspect={aspect}
        onClose={() => setFile(null)}
        onCropped={(picture) => {
          setFile(null);
          setCropped(picture);
          void send.run(picture);
        }}
      />
    </div>
  );
}
