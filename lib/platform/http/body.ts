// Reads a body without trusting its size, and JSON without trusting its type or its text.
import { ApiError } from "../errors";

const MAX_BYTES = 256 * 1024; // a menu edit with a hand-drawn zone is under 100 kB; a route that takes a file says so

/**
 * The parsed JSON body.
 * @param maxBytes what it may be long
 * @throws ApiError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, INVALID_JSON
 */
export async function readJson(request: Request, maxBytes?: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ApiError("UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json.");
  }
  const text = await readText(request, maxBytes);
  // Postgres cannot store NUL or half a surrogate pair in text; refused here, before any handler sees it.
  if (/(?<!\\)(\\\\)*\\u0000|\0/.test(text)) {
    throw new ApiError("INVALID_JSON", "The body holds a NUL character.");
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError("INVALID_JSON", "The body is not valid JSON.");
  }
}

/**
 * The body as it came, for what is signed.
 * @throws ApiError PAYLOAD_TOO_LARGE
 */
export async function readText(request: Request, maxBytes = MAX_BYTES): Promise<string> {
  return new TextDecoder().decode(await readBytes(request, maxBytes));
}

/**
 * The body's bytes.
 * @throws ApiError PAYLOAD_TOO_LARGE as soon as there are too many, or as many are announced
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new ApiError("PAYLOAD_TOO_LARGE", `The body is larger than ${maxBytes / 1024} kB.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) {
    throw tooLarge();
  }
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}
