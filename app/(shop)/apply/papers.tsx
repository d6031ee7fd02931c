"use client";
// The applicant's papers: files of the telephone or the computer, sent one by one as they are chosen.
import { Paperclip, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useEffect, useId, useRef, useState } from "react";
import { lazily } from "@/components/lazily";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Paper, PaperKind } from "@/lib/identity/paper-schema";

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
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<"wrongKind" | "tooLarge" | null>(null);
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  const send = useAction(async (paper: Chosen) => {
    setChosen(paper);
    setShare(0);
    leaving.current = new AbortController();
    const query = new URLSearchParams({ kind: paper.kind, name: paper.name });
    const { upload } = await import("@/lib/browser/upload");
    const kept = await upload<Paper>(`/api/papers?${query}`, paper.file, {
      onProgress: setShare,
      signal: leaving.current.signal,
    });
    const all = [...papers.filter(({ id }) => id !== kept.id), kept];
    setPapers(all);
    setKind(nextKind(all));
    setChosen(null);
  });

  async function onChosen(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    event.target.value = ""; // the same file may be chosen again
    if (!file || send.pending) return;
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
          <label
            className={buttonClass(
              { variant: "secondary" },
              "cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-brand-ink",
            )}
          >
            <Paperclip aria-hidden className="size-4" />
            {t("add")}
            <input
              type="file"
              accept={ACCEPTED}
              className="sr-only"
              data-testid="paper-file"
              onChange={(event) => void onChosen(event)}
            />
          </label>
        </div>
      )}
      {send.pending && chosen && (
        <div className="grid gap-1">
          <progress max={1} value={share} aria-label={t("sending")} className="h-2 w-full accent-brand" />
          <p role="status" className="truncate text-sm text-ink-2">
            {t("sent", { name: chosen.name, percent: Math.round(share * 100) })}
          </p>
        </div>
      )}
      {problem && (
        <Notice tone="danger" live>
          {t(problem)}
        </Notice>
      )}
      {failure && (
        <Notice
          tone="danger"
          live
          action={
            chosen &&
            !refused && (
              <Button
                size="sm"
                variant="secondary"
                icon={<RotateCw aria-hidden className="size-4" />}
                onClick={() => void send.run(chosen)}
              >
                {t("again")}
              </Button>
            )
          }
        >
          {failure}
        </Notice>
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
