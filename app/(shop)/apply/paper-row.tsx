"use client";
// One paper of the applicant's: what it is, what the operator thinks of it, and the way to take it back.
import { FileText, ImageIcon, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { formatFileSize } from "@/lib/format/file-size";
import type { Paper } from "@/lib/identity/paper-schema";

/** `onRemoved` null: the application is decided, nothing can be taken back. */
export function PaperRow({ paper, onRemoved }: { paper: Paper; onRemoved: (() => void) | null }) {
  const t = useTranslations("shop.papers");
  const locale = useLocale();
  const toast = useToast();
  const errorText = useErrorText();
  const remove = useAction(async () => {
    try {
      await api.delete(`/api/papers/${paper.id}`);
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
      throw error;
    }
    onRemoved?.();
  });
  const Icon = paper.type === "application/pdf" ? FileText : ImageIcon;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 py-2" data-testid="paper">
      <Icon aria-hidden className="size-5 text-ink-3" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {t(`kind.${paper.kind}`)}
          {paper.fine !== null && (
            <Badge tone={paper.fine ? "success" : "danger"}>{t(paper.fine ? "fine" : "notFine")}</Badge>
          )}
        </p>
        <a
          href={`/api/papers/${paper.id}`}
          target="_blank"
          rel="noopener"
          className="inline-block max-w-full truncate text-sm text-brand-ink"
        >
          {t("file", { name: paper.name, size: formatFileSize(paper.size, locale) })}
        </a>
        {paper.remark && <p className="text-sm text-danger">{t("remark", { remark: paper.remark })}</p>}
      </div>
      {onRemoved && !paper.fine && (
        <IconButton
          label={t("remove", { name: paper.name })}
          icon={<Trash2 aria-hidden className="size-5" />}
          pending={remove.pending}
          onClick={() => void remove.run()}
        />
      )}
    </li>
  );
}
