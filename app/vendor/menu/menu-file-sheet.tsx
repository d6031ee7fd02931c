"use client";
// The menu as a file: taken to a spreadsheet, and brought back. What a file would do is shown before anything is done.
import { Download, FileUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { ImportResult } from "@/lib/catalog/menu-desk";
import { ImportPreview } from "./import-preview";
import type { Named } from "./named";
import { textOf } from "./text-of";

const UNFIT = ["no_product", "unknown_heading", "heading_twice", "no_table"] as const; // details.problem of a file

type Checked = { name: string; csv: string; result: ImportResult };

export function MenuFileSheet({
  open,
  onClose,
  branches,
  onImported,
}: {
  open: boolean;
  onClose: () => void;
  branches: Named[];
  onImported: () => void;
}) {
  const t = useTranslations("vendor.menu.file");
  const locale = useLocale();
  const errorText = useErrorText();
  const toast = useToast();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [stale, setStale] = useState(false);
  const send = (csv: string, token?: string | null) =>
    api.post<ImportResult>("/api/vendor/menu/import", { csv, ...(token && { token }) });

  const check = useAction(async (file: File) => {
    setStale(false);
    setChecked(null);
    const csv = await textOf(file);
    setChecked({ name: file.name, csv, result: await send(csv) });
  });
  const apply = useAction(async ({ name, csv, result }: Checked) => {
    try {
      const { lines } = await send(csv, result.token);
      const count = lines.filter(({ verdict }) => verdict !== "leave").length;
      toast({ title: t("done", { count }), tone: "success" });
      setChecked(null);
      onClose();
      onImported();
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "VERSION_CONFLICT")) throw error;
      setStale(true);
      setChecked({ name, csv, result: await send(csv) });
    }
  });
  const error = check.error ?? apply.error;
  const details = error instanceof ApiError ? error.details : {};
  const problem = UNFIT.find((code) => code === details.problem);
  const waits = checked?.result.lines.filter(({ verdict }) => verdict !== "leave").length ?? 0;

  return (
    <Sheet
      open={open}
      onClose={onClose}
      wide
      title={t("title")}
      footer={
        checked?.result.token &&
        waits > 0 && (
          <Button pending={apply.pending} onClick={() => void apply.run(checked)}>
            {t("apply", { count: waits })}
          </Button>
        )
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <p className="text-ink-2">{t("hint")}</p>
        <div className="flex flex-wrap gap-2">
          <a
            href={`/api/vendor/menu/export?lang=${locale}`}
            download
            className={buttonClass({ variant: "secondary" })}
          >
            <Download aria-hidden className="size-4" />
            {t("download")}
          </a>
          <label className={buttonClass({}, "cursor-pointer focus-within:outline-[2.5px]")}>
            <FileUp aria-hidden className="size-4" />
            {check.pending ? t("checking") : t("choose")}
            <input
              type="file"
              accept=".csv,text/csv,text/plain"
              disabled={check.pending || apply.pending}
              className="sr-only"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                event.target.value = ""; // the same file, corrected, is another choice
                if (file) void check.run(file);
              }}
            />
          </label>
        </div>
        {Boolean(error) && (
          <Notice tone="danger" live>
            {problem ? t(`unfit.${problem}`, { number: Number(details.number) }) : errorText(error)}
          </Notice>
        )}
        {stale && (
          <Notice tone="warning" live>
            {t("stale")}
          </Notice>
        )}
        {checked && <ImportPreview name={checked.name} lines={checked.result.lines} branches={branches} />}
      </div>
    </Sheet>
  );
}
