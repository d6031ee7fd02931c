"use client";
// A picture of the shop's own: chosen, dropped or taken with the telephone, cropped, sent.
import { Camera, ImageUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { cx } from "@/components/ui/cx";
import { FileButton } from "@/components/ui/file-button";
import { Notice } from "@/components/ui/notice";
import { UploadFailure, UploadProgress } from "@/components/upload-state";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useUpload } from "@/lib/browser/use-upload";

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
  const t = useTranslations("vendor.picture");
  const errorText = useErrorText();
  const [file, setFile] = useState<File | null>(null);
  const [cropped, setCropped] = useState<Blob | null>(null);
  const { share, send: upload } = useUpload();
  const [over, setOver] = useState(false);
  const [unfit, setUnfit] = useState(false);

  const send = useAction(async (picture: Blob) => {
    onSending(true);
    try {
      const { url } = await upload<{ url: string }>("/api/vendor/pictures", picture);
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
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

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
        <FileButton
          size="sm"
          icon={<ImageUp aria-hidden className="size-4" />}
          accept={ACCEPTED}
          data-testid="picture-file"
          onFile={take}
        >
          {t(replaces ? "replace" : "upload")}
        </FileButton>
        <FileButton
          size="sm"
          icon={<Camera aria-hidden className="size-4" />}
          accept={ACCEPTED}
          capture="environment"
          className="pointer-fine:hidden"
          onFile={take}
        >
          {t("take")}
        </FileButton>
        <span className="text-sm text-ink-2 pointer-coarse:hidden">{t("drop")}</span>
      </div>
      {send.pending && (
        <UploadProgress share={share} label={t("sending")}>
          {t("sent", { percent: Math.round(share * 100) })}
        </UploadProgress>
      )}
      {unfit && (
        <Notice tone="danger" live>
          {t("unreadable")}
        </Notice>
      )}
      {send.error !== null && (
        <UploadFailure again={cropped && (() => void send.run(cropped))} label={t("again")}>
          {errorText(send.error)}
        </UploadFailure>
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
