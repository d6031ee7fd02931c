"use client";
// The applicant's papers, one open at a time beside what was written. Opening one is put on record, so nothing opens by itself.
import { ExternalLink, FileText, ImageIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { formatFileSize } from "@/lib/format/file-size";
import type { Paper } from "@/lib/identity/paper-schema";
import { PaperMark } from "./paper-mark";
import { PaperPicture } from "./paper-picture";

/** `onMarked` null: the application is decided, and so are its papers. */
export function Papers({
  papers,
  onMarked,
}: {
  papers: readonly Paper[];
  onMarked: ((paper: Paper) => void) | null;
}) {
  const t = useTranslations("admin.papers");
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="min-w-0">
      <h3 className="mb-2 border-b border-line pb-1.5 text-base">{t("title", { count: papers.length })}</h3>
      {papers.length === 0 && <p className="text-ink-2">{t("none")}</p>}
      <ul className="grid grid-cols-1 gap-4">
        {papers.map((paper) => (
          <li key={paper.id} className="grid grid-cols-1 gap-2" data-testid="paper">
            <PaperHead
              paper={paper}
              shown={open === paper.id}
              onToggle={() => setOpen(open === paper.id ? null : paper.id)}
            />
            {open === paper.id && (
              <PaperPicture
                src={`/api/papers/${paper.id}`}
                name={`${t(`kind.${paper.kind}`)}: ${paper.name}`}
              />
            )}
            {paper.remark && <p className="text-sm text-danger">{paper.remark}</p>}
            {onMarked && <PaperMark paper={paper} onMarked={onMarked} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PaperHead({ paper, shown, onToggle }: { paper: Paper; shown: boolean; onToggle: () => void }) {
  const t = useTranslations("admin.papers");
  const locale = useLocale();
  const isDocument = paper.type === "application/pdf";
  const Icon = isDocument ? FileText : ImageIcon;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {t(`kind.${paper.kind}`)}
          {paper.fine !== null && (
            <Badge tone={paper.fine ? "success" : "danger"}>{t(paper.fine ? "fine" : "notFine")}</Badge>
          )}
        </p>
        <p className="truncate text-sm text-ink-2">
          {paper.name} · {formatFileSize(paper.size, locale)}
        </p>
      </div>
      {isDocument ? (
        <a
          href={`/api/papers/${paper.id}`}
          target="_blank"
          rel="noopener"
          className={buttonClass({ size: "sm", variant: "secondary" })}
        >
          <ExternalLink aria-hidden className="size-4" />
          {t("openTab")}
        </a>
      ) : (
        <Button size="sm" variant="secondary" aria-expanded={shown} onClick={onToggle}>
          {t(shown ? "close" : "open")}
        </Button>
      )}
    </div>
  );
}
