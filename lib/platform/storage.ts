// Files, in Supabase Storage: the one place that talks to it. It acts with the service's key, so whoever calls has asked first who may.
import "server-only";
import { env } from "./env";
import { ApiError } from "./errors";
import { fused, Unanswered } from "./resilience";
import { traced } from "./tracing";

/** What each lets in: supabase/migrations/20261101000230_files.sql. `pictures` are for everybody, the others for whom a function names. */
export type Bucket = "pictures" | "papers" | "proofs";

/** A file as it comes out. */
export type StoredFile = { body: ReadableStream<Uint8Array>; type: string; size: number };

const ANSWER_MS = 15_000; // four megabytes over a slow line, and shorter than a browser waits
const FOR_EVER = "public, max-age=31536000, immutable";
const NAME = /^[a-z0-9-]+(\/[a-z0-9-]+)*(\.[a-z0-9]+)?$/;

/**
 * Keeps a file. What has been kept under a name stays: a name is made of the file's hash, or of an id made for it alone, so that a repeat
 * changes nothing.
 * @param name as `3f2a…/9c1e….webp`: small letters, digits, dashes and slashes, and an ending
 * @throws ApiError UNAVAILABLE when Storage is away; it may have been kept then
 */
export async function putFile(
  bucket: Bucket,
  name: string,
  file: { bytes: Uint8Array<ArrayBuffer>; type: string },
): Promise<void> {
  const answer = await ask("put", `${bucket}/${checked(name)}`, {
    method: "POST",
    headers: { "Content-Type": file.type, "Cache-Control": FOR_EVER, "x-upsert": "false" },
    body: file.bytes,
  });
  if (!answer.ok && !(await isDuplicate(answer))) throw unforeseen("put", answer);
}

/**
 * Deletes files. One that is not there is no mistake.
 * @throws ApiError UNAVAILABLE when Storage is away
 */
export async function removeFiles(bucket: Bucket, names: readonly string[]): Promise<void> {
  const answer = await ask("remove", bucket, {
    method: "DELETE",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ prefixes: names.map(checked) }),
  });
  if (!answer.ok) throw unforeseen("remove", answer);
}

/**
 * A file, to be handed on as it flows; null when there is none of that name.
 * @throws ApiError UNAVAILABLE when Storage is away
 */
export async function readFile(bucket: Bucket, name: string): Promise<StoredFile | null> {
  const answer = await ask("read", `${bucket}/${checked(name)}`, { method: "GET" });
  if (answer.ok && answer.body) {
    return {
      body: answer.body,
      type: answer.headers.get("content-type") ?? "application/octet-stream",
      size: Number(answer.headers.get("content-length")),
    };
  }
  await answer.body?.cancel();
  if (answer.status === 400 || answer.status === 404) return null; // Storage says 400 of what is not there
  throw unforeseen("read", answer);
}

const whileUp = fused(
  "storage",
  (answer: Response | null) => answer === null || answer.status >= 500 || answer.status === 429,
);

async function ask(what: string, path: string, init: RequestInit): Promise<Response> {
  const { NEXT_PUBLIC_SUPABASE_URL: base, SUPABASE_SECRET_KEY: key } = env();
  const headers = { ...init.headers, apikey: key, Authorization: `Bearer ${key}` };
  const signal = AbortSignal.timeout(ANSWER_MS);
  const url = new URL(`/storage/v1/object/${path}`, base);
  const answer = await traced(`storage ${what}`, {}, () =>
    whileUp(() => fetch(url, { ...init, headers, signal }).catch(() => null)),
  ).catch((error: unknown) => {
    if (error instanceof Unanswered) return null;
    throw error;
  });
  if (answer && answer.status < 500 && answer.status !== 429) return answer;
  await answer?.body?.cancel();
  throw new ApiError("UNAVAILABLE", "Files cannot be reached at the moment. Try again in a few seconds.");
}

// By its status or, of older versions, within a 400.
async function isDuplicate(answer: Response): Promise<boolean> {
  const { error } = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as { error?: unknown };
  return answer.status === 409 || error === "Duplicate";
}

function checked(name: string): string {
  if (!NAME.test(name)) throw new Error(`"${name}" is no name of a file.`);
  return name;
}

function unforeseen(what: string, { status }: Response): Error {
  return new Error(`storage: ${what} was answered with ${status}`);
}
