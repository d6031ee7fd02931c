"use client";
// A picture of a product or of the shop: a photograph of the shop's own, one of those that come with the site, or an address.
import { ImageOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Picture } from "@/components/ui/picture";
import { PictureUpload } from "./picture-upload";

const nameOf = (path: string) =>
  path
    .replace(/^.*\//, "")
    .replace(/\.\w+$/, "")
    .replaceAll("-", " ");

export function PicturePicker({
  value,
  aspect,
  pictures,
  error,
  onSending,
  onChange,
}: {
  value: string | null;
  /** Width / height to which a photograph is cropped. */
  aspect: number;
  pictures: string[];
  error: string | string[] | undefined;
  onSending: (sending: boolean) => void;
  onChange: (url: string | null) => void;
}) {
  const t = useTranslations("vendor.picture");
  const [open, setOpen] = useState(false);
  const own = value?.startsWith("/") ?? false;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t("label")}</legend>
      <div className="flex items-start gap-3">
        <Picture
          key={value}
          src={value}
          alt={value ? t("preview") : ""}
          aspect={aspect}
          className={cx("shrink-0 rounded-md", aspect > 1 ? "w-40" : "w-24")}
        />
        <div className="flex flex-wrap gap-2">
          {pictures.length > 0 && (
            <Button size="sm" variant="secondary" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t("hide") : t("choose")}
            </Button>
          )}
          {value && (
            <Button
              size="sm"
              variant="ghost"
              icon={<ImageOff aria-hidden className="size-4" />}
              onClick={() => onChange(null)}
            >
              {t("remove")}
            </Button>
          )}
        </div>
      </div>
      <PictureUpload replaces={value !== null} aspect={aspect} onSending={onSending} onUploaded={onChange} />
      {open && (
        <ul
          aria-label={t("gallery")}
          className="grid max-h-64 grid-cols-5 gap-1.5 overflow-y-auto rounded-md border border-line p-1.5 sm:grid-cols-6"
        >
          {pictures.map((path) => (
            <li key={path}>
              <button
                type="button"
                aria-label={t("item", { name: nameOf(path) })}
                aria-pressed={path === value}
                onClick={() => {
                  onChange(path);
                  setOpen(false);
                }}
                className={cx(
                  "block w-full overflow-hidden rounded-sm",
                  path === value ? "outline-2 outline-brand-ink" : "hover:bg-brand-soft",
                )}
              >
                <Picture src={path} alt="" aspect={1} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {/* An address that is not right must be seen. */}
      <details open={Boolean(error) || undefined}>
        <summary className="w-fit min-h-control-sm content-center text-sm text-brand-ink">
          {t("byAddress")}
        </summary>
        <Field label={t("url")} hint={t("urlHint")} error={error}>
          {(control) => (
            <Input
              {...control}
              type="url"
              inputMode="url"
              maxLength={500}
              placeholder="https://"
              value={own ? "" : (value ?? "")}
              onChange={(event) => onChange(event.target.value.trim() || null)}
            />
          )}
        </Field>
      </details>
    </fieldset>
  );
}
