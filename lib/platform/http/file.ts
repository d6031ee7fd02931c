// Files through the API: one as a request's body, as it is, and one as an answer.
import { createHash } from "node:crypto";
import { ApiError } from "../errors";
import type { StoredFile } from "../storage";
import type { Answer } from "./answer";
import { readBytes } from "./body";
import { type FileKind, fileKind, KINDS } from "./file-kind";

/** A file that has been let in: what it is by its own bytes. */
export type ReceivedFile = {
  bytes: Uint8Array<ArrayBuffer>;
  kind: FileKind;
  type: (typeof KINDS)[FileKind];
  /** Of the bytes, as 64 hexadecimal digits: a name that only they have. */
  sha256: string;
};

/** Reads a request's body that is no JSON (route.ts). */
export type BodyReader<Body> = {
  /** What the document says it may be. */
  types: readonly string[];
  /** @throws ApiError that says what is wrong with the body */
  read: (request: Request) => Promise<Body>;
};

const LONGEST_SIDE = 5000; // pixels: a small file can hold a picture that no telephone has the memory to show

/**
 * A body that is one file of these kinds, whatever its Content-Type says.
 * @returns its reader, which throws PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, or VALIDATION_ERROR on `file` of one that is empty, not whole
 *   or too large a picture
 */
export function fileBody(kinds: readonly FileKind[], maxBytes: number): BodyReader<ReceivedFile> {
  return {
    types: kinds.map((kind) => KINDS[kind]),
    async read(request) {
      const bytes = await readBytes(request, maxBytes);
      if (bytes.length === 0) throw unfit("The file is empty. Choose it again.");
      const known = fileKind(bytes);
      if (!known || !kinds.includes(known.kind)) {
        const names = kinds.map((kind) => (kind === "webp" ? "WebP" : kind.toUpperCase()));
        throw new ApiError("UNSUPPORTED_MEDIA_TYPE", `Send a file of the kind ${names.join(", ")}.`);
      }
      if (!known.whole) throw unfit("The file is damaged or has not arrived whole. Choose it again.");
      const { width, height } = known.size ?? { width: 0, height: 0 };
      if (Math.max(width, height) > LONGEST_SIDE) {
        throw unfit(`The picture is larger than ${LONGEST_SIDE} pixels. Make it smaller.`);
      }
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return { bytes, kind: known.kind, type: KINDS[known.kind], sha256 };
    },
  };
}

/** 200 with a file, to be looked at where the browser can. `name` is what it is saved as. */
export function fileAnswer({ body, type, size }: StoredFile, name: string): Answer {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const disposition = `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return {
    status: 200,
    stream: body,
    headers: {
      "Content-Type": type,
      "Content-Length": String(size),
      "Content-Disposition": disposition,
    },
  };
}

const unfit = (problem: string) => new ApiError("VALIDATION_ERROR", problem, { file: [problem] });
