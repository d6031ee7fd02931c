"use client";
// Which piece of a photograph is shown: moved by dragging or with the arrow keys, zoomed with two fingers, the wheel, the slider or + and −.
import "react-easy-crop/react-easy-crop.css";
import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import Cropper from "react-easy-crop";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { type Piece, redraw } from "@/lib/browser/redraw";
import { useAction } from "@/lib/browser/use-action";

const SMALL = { longest: 1200, maxBytes: 1024 * 1024, webp: true };
const MAX_ZOOM = 4;
const STEP = 0.1;
const KEYS: Record<string, number> = { "+": STEP, "=": STEP, "-": -STEP };

/** `file` null: closed. `onCropped` is given the piece, ready to be sent. */
export function CropSheet({
  open,
  file,
  aspect,
  onClose,
  onCropped,
}: {
  open: boolean;
  file: File | null;
  aspect: number;
  onClose: () => void;
  onCropped: (picture: Blob) => void;
}) {
  const t = useTranslations("vendor.picture");
  const slider = useId();
  const [url, setUrl] = useState<string | null>(null);
  const [at, setAt] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [piece, setPiece] = useState<Piece | null>(null);
  const [unreadable, setUnreadable] = useState(false);

  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    setAt({ x: 0, y: 0 });
    setZoom(1);
    setPiece(null);
    setUnreadable(false);
    return () => URL.revokeObjectURL(made);
  }, [file]);

  const cut = useAction(async () => {
    if (!url || !piece) return;
    try {
      onCropped(await redraw(url, piece, SMALL));
    } catch {
      setUnreadable(true);
    }
  });
  const zoomBy = (step: number) => setZoom((now) => Math.min(MAX_ZOOM, Math.max(1, now + step)));

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      event.preventDefault(); // it would send the form around this sheet
      void cut.run();
    }
    const step = KEYS[event.key];
    if (!step || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    zoomBy(step);
  }

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("crop")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button disabled={!piece || unreadable} pending={cut.pending} onClick={() => void cut.run()}>
            {t("use")}
          </Button>
        </>
      }
    >
      {unreadable ? (
        <Notice tone="danger" live>
          {t("unreadable")}
        </Notice>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the picture and the slider inside
        <div className="grid gap-4" onKeyDown={onKeyDown}>
          <div className="relative aspect-square max-h-[55dvh] w-full justify-self-center overflow-hidden rounded-md bg-surface-2">
            {url && (
              <Cropper
                image={url}
                crop={at}
                zoom={zoom}
                minZoom={1}
                maxZoom={MAX_ZOOM}
                aspect={aspect}
                keyboardStep={8}
                disableAutomaticStylesInjection
                cropperProps={{ "aria-label": t("cropArea") }}
                mediaProps={{ onError: () => setUnreadable(true) }}
                onCropChange={setAt}
                onZoomChange={setZoom}
                onCropComplete={(_, pixels) => setPiece(pixels)}
              />
            )}
          </div>
          <div className="flex items-center gap-2">
            <IconButton
              label={t("zoomOut")}
              icon={<Minus aria-hidden className="size-5" />}
              disabled={zoom <= 1}
              onClick={() => zoomBy(-STEP)}
            />
            <label className="sr-only" htmlFor={slider}>
              {t("zoom")}
            </label>
            <input
              id={slider}
              type="range"
              min={1}
              max={MAX_ZOOM}
              step={STEP}
              value={zoom}
              aria-valuetext={t("zoomed", { percent: Math.round(zoom * 100) })}
              onChange={(event) => setZoom(event.target.valueAsNumber)}
              className="h-control-sm min-w-0 flex-1 accent-brand"
            />
            <IconButton
              label={t("zoomIn")}
              icon={<Plus aria-hidden className="size-5" />}
              disabled={zoom >= MAX_ZOOM}
              onClick={() => zoomBy(STEP)}
            />
          </div>
          <p className="text-sm text-ink-2">{t("cropHint")}</p>
        </div>
      )}
    </Sheet>
  );
}
