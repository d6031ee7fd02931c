"use client";
// The applicant's papers: files of the telephone or the computer, sent one by one as they are chosen.
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { lazily } from "@/components/lazily";
import { Field } from "@/components/ui/field";
import { FileButton } from "@/components/ui/file-button";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { UploadFailure, UploadProgress } from "@/components/upload-state";
import { ApiError } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useUpload } from "@/lib/browser/use-upload";
import type { Paper } from "@/lib/identity/paper-schema";
import type { PaperKind } from "@/lib/identity/schema";

// Not needed before a file is chosen.
const PaperRow = lazily(
  () => import("./paper-row").then((module) => module.PaperRow),
  <li className="py-2">
    <Skeleton className="h-11" />
  </li>,
);

const KINDS = ["tax_plate", "signature_circular", "identity", "other"] as const satisfies PaperKind[];
const MOST = 6;
const MAX_BYTES = 4 * 1024 * 1024;
const ACCEPTED = "application/pdf,image/jpeg,image/png";

type Chosen = { kind: PaperKind; name: string; file: Blob };

/** `open`: papers may be added and taken back. */
export function Papers({ initial, open }: { initial: Paper[]; open: boolean }) {
  const t = useTranslations("shop.papers");
  const errorText = useErrorText();
  const heading = useId();
  const [papers, setPapers] = useState(initial);
  const [kind, setKind] = useState<PaperKind>(() => nextKind(initial));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { share, send: upload } = useUpload();
  const [problem, setProblem] = useState<"wrongKind" | "tooLarge" | null>(null);

  const send = useAction(async (paper: Chosen) => {
    setChosen(paper);
    const query = new URLSearchParams({ kind: paper.kind, name: paper.name });
    const kept = await upload<Paper>(`/api/papers?${query}`, paper.file);
    const all = [...papers.filter(({ id }) => id !== kept.id), kept];
    setPapers(all);
    setKind(nextKind(all));
    setChosen(null);
  });

  async function take(file: File) {
    if (send.pending) return;
    send.reset();
    setChosen(null);
    setProblem(null);
    if (!ACCEPTED.split(",").includes(file.type)) return setProblem("wrongKind");
    const small = await fitting(file);
    if (!small) return setProblem("tooLarge");
    await send.run({ kind, name: file.name.slice(-120), file: small });
  }
  const refused = send.error instanceof ApiError ? send.error.field("file") : undefined;
  const failure = refused ? t("refused") : send.error !== null ? errorText(send.error) : null;

  return (
    <section aria-labelledby={heading} className="grid gap-3">
      <h3 id={heading} className="text-base">
        {t("title")}
      </h3>
      {open && <p className="text-sm text-ink-2">{t("hint")}</p>}
      {papers.length > 0 && (
        <ul className="divide-y divide-line">
          {papers.map((paper) => (
            <PaperRow
              key={paper.id}
              paper={paper}
              onRemoved={open ? () => setPapers((all) => all.filter(({ id }) => id !== paper.id)) : null}
            />
          ))}
        </ul>
      )}
      {open && papers.length >= MOST && <p className="text-sm text-ink-2">{t("enough")}</p>}
      {open && papers.length < MOST && (
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-48 flex-1">
            <Field label={t("kindLabel")}>
              {(control) => (
                <Select
                  {...control}
                  value={kind}
                  onChange={(event) => setKind(event.target.value as PaperKind)}
                >
                  {KINDS.map((one) => (
                    <option key={one} value={one}>
                      {t(`kind.${one}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <FileButton
            icon={<Paperclip aria-hidden className="size-4" />}
            accept={ACCEPTED}
            data-testid="paper-file"
            onFile={(file) => void take(file)}
          >
            {t("add")}
          </FileButton>
        </div>
      )}
      {send.pending && chosen && (
        <UploadProgress share={share} label={t("sending")}>
          {t("sent", { name: chosen.name, percent: Math.round(share * 100) })}
        </UploadProgress>
      )}
      {problem && (
        <Notice tone="danger" live>
          {t(problem)}
        </Notice>
      )}
      {failure && (
        <UploadFailure again={chosen && !refused ? () => void send.run(chosen) : null} label={t("again")}>
          {failure}
        </UploadFailure>
      )}
    </section>
  );
}

/** What is still missing, in the order of the list. */
function nextKind(papers: Paper[]): PaperKind {
  return KINDS.find((kind) => papers.every((paper) => paper.kind !== kind)) ?? "other";
}

/** The file, a photograph of a newer telephone made smaller; null when it cannot be made small enough. */
async function fitting(file: File): Promise<Blob | null> {
  if (file.size <= MAX_BYTES) return file;
  if (file.type === "application/pdf") return null;
  try {
    const { smaller } = await import("@/lib/browser/redraw");
    return await smaller(file, { longest: 2400, maxBytes: MAX_BYTES });
  } catch {
    return null;
  }
}
