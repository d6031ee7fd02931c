// The papers of who applies: each a file in Storage and a row that says whose it is. The row comes first and is the rule.
import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/platform/errors";
import { text } from "@/lib/platform/http/fields";
import { fileBody, type ReceivedFile } from "@/lib/platform/http/file";
import { putFile, readFile, removeFiles, type StoredFile } from "@/lib/platform/storage";
import type { Database } from "@/lib/platform/supabase";
import { Paper, PaperPage } from "./paper-schema";
import { PaperKind } from "./schema";

export const PaperFile = fileBody(["pdf", "jpeg", "png"], 4 * 1024 * 1024);
export const NewPaper = z.object({ kind: PaperKind, name: text(1, 120) });

/**
 * Keeps a paper for the application that waits, or else for the next one. The same file again is the same paper.
 * @throws ApiError VALIDATION_ERROR on `file` for the seventh; UNAVAILABLE when Storage is away, and then it does not count
 */
export async function addPaper(
  db: Database,
  { kind, name }: z.infer<typeof NewPaper>,
  { bytes, type, sha256 }: ReceivedFile,
): Promise<Paper> {
  const paper = { kind, name, type, size: bytes.length, sha256 };
  const announced = Announced.parse(await db.call("announce_paper", { paper }));
  if (!announced.kept) await putFile("papers", announced.file, { bytes, type });
  return Paper.parse(await db.call("keep_paper", { paper_id: announced.id }));
}
const Announced = z.object({ id: z.string(), file: z.string(), kept: z.boolean() });

/** The caller's papers for an application that is not sent yet. */
export async function myPapers(db: Database) {
  return PaperPage.parse(await db.call("list_my_papers"));
}

/**
 * Takes a paper back. Its file goes at once, or with the next purge when Storage is away.
 * @throws ApiError NOT_FOUND; INVALID_TRANSITION once it was found fine or the application is decided
 */
export async function removePaper(db: Database, id: string): Promise<void> {
  const file = z.string().parse(await db.call("remove_paper", { paper_id: id }));
  await removeFiles("papers", [file]).catch(() => {});
}

/**
 * A paper to look at, for its applicant or an operator, whose look is put on record.
 * @throws ApiError NOT_FOUND for anybody else; UNAVAILABLE when Storage is away
 */
export async function openPaper(db: Database, id: string): Promise<{ paper: StoredFile; name: string }> {
  const { file, name } = Opened.parse(await db.call("open_paper", { paper_id: id }));
  const paper = await readFile("papers", file);
  if (!paper) throw new ApiError("NOT_FOUND", "The file of this paper is lost. Ask for it again.");
  return { paper, name };
}
const Opened = z.object({ file: z.string(), name: z.string() });

/** An operator's mark. Throws NOT_FOUND; INVALID_TRANSITION once the application is decided. */
export async function markPaper(
  db: Database,
  id: string,
  mark: { fine: boolean; remark?: string | null | undefined },
): Promise<Paper> {
  return Paper.parse(await db.call("mark_paper", { paper_id: id, mark }));
}

/** Deletes the files of papers that have no use any more. Returns how many. */
export async function purgePapers(db: Database): Promise<number> {
  const files = z.array(z.string()).parse(await db.call("purge_papers"));
  if (files.length > 0) await removeFiles("papers", files);
  return files.length;
}
