"use client";
// A photograph that goes with a hand-over or a report, if the courier likes: taken by the phone's own camera, which asks for itself.
import { Camera, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { FileButton } from "@/components/ui/file-button";
import { IconButton } from "@/components/ui/icon-button";
import { Spinner } from "@/components/ui/spinner";
import { smaller } from "@/lib/browser/redraw";
import { useAction } from "@/lib/browser/use-action";

const SMALL = { longest: 1280, maxBytes: 1024 * 1024 }; // quick to send from a street corner; the API's limit

/** `photo` is the chosen one, made small already. What cannot be read is said here and stands in nobody's way. */
export function PhotoField({
  photo,
  onChange,
}: {
  photo: Blob | null;
  onChange: (photo: Blob | null) => void;
}) {
  const t = useTranslations("courier.photo");
  const id = useId();
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    if (!photo) return;
    const address = URL.createObjectURL(photo);
    setShown(address);
    return () => URL.revokeObjectURL(address);
  }, [photo]);
  const take = useAction(async (file: File) => {
    onChange(await smaller(file, SMALL));
  });
  if (photo && shown) {
    return (
      <div className="flex items-center gap-3" data-testid="photo-taken">
        {/* biome-ignore lint/performance/noImgElement: it is in this tab only */}
        <img src={shown} alt={t("taken")} className="size-20 rounded-md border border-line object-cover" />
        <p className="min-w-0 flex-1 text-sm text-ink-2">{t("goesWithIt")}</p>
        <IconButton
          label={t("remove")}
          icon={<X aria-hidden className="size-5" />}
          onClick={() => onChange(null)}
        />
      </div>
    );
  }
  return (
    <div className="grid gap-1.5">
      <FileButton
        size="lg"
        full
        icon={take.pending ? <Spinner /> : <Camera aria-hidden className="size-5" />}
        accept="image/*"
        capture="environment"
        data-testid="photo-input"
        aria-describedby={take.error !== null ? id : undefined}
        onFile={(file) => void take.run(file)}
      >
        {t("take")}
      </FileButton>
      {take.error !== null && (
        <p id={id} role="alert" className="text-sm font-medium text-warning">
          {t("unread")}
        </p>
      )}
    </div>
  );
}
