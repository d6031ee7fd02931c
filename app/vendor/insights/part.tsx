// A part of the figures: its heading, its file, and what it shows.
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import type { InsightPart } from "@/lib/insights/schema";

export type Chosen = { period: string; branch: string | null };

export function Part({
  title,
  hint,
  part,
  chosen,
  children,
}: {
  title: string;
  hint?: string;
  part: InsightPart;
  chosen: Chosen;
  children: ReactNode;
}) {
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SectionHeading
        title={title}
        hint={hint && <span className="text-sm">{hint}</span>}
        actions={<ExportLink name={title} part={part} chosen={chosen} />}
      />
      {children}
    </Card>
  );
}

/** A link to a part's file. */
export function ExportLink({ name, part, chosen }: { name: string; part: InsightPart; chosen: Chosen }) {
  const t = useTranslations("vendor.insights");
  const query = new URLSearchParams({
    part,
    period: chosen.period,
    ...(chosen.branch && { branch_id: chosen.branch }),
  });
  return (
    <a
      href={`/api/vendor/insights/file?${query}`}
      download
      aria-label={t("export", { name })}
      className={buttonClass({ variant: "ghost", size: "sm" })}
    >
      <Download aria-hidden className="size-4" />
      {t("exportShort")}
    </a>
  );
}

export function NothingHere({ children }: { children: ReactNode }) {
  return <p className="py-6 text-center text-ink-3">{children}</p>;
}
