// Files as only a hostile program sends them: of another kind than they say, cut off, too long, or nothing.
import { JPEG, PDF, PNG, WEBP } from "@/lib/platform/http/file-samples";

const SAMPLES: Record<string, Buffer> = {
  "image/webp": WEBP,
  "image/jpeg": JPEG,
  "image/png": PNG,
  "application/pdf": PDF,
};
const WHOLE = Object.values(SAMPLES);

/** A whole file of a type that the document names. */
export function fileOf(type: string): Buffer {
  const sample = SAMPLES[type];
  if (!sample) throw new Error(`No sample of ${type}.`);
  return sample;
}

/** None of these may be let in. */
export const BROKEN_FILES: readonly Buffer[] = [
  Buffer.alloc(0),
  ...WHOLE.map((file) => file.subarray(0, 8)),
  ...WHOLE.map((file) => file.subarray(0, file.length / 2)),
  ...WHOLE.map((file) => Buffer.concat([file.subarray(0, 12), Buffer.alloc(400)])),
  ...[
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "<!doctype html><script>alert(1)</script>",
    "GIF89a\x01\x00\x01\x00",
    "%!PS-Adobe-3.0\n%%EOF",
    "PK\x03\x04 a document that is an archive",
    "MZ\x90\x00 a program",
    '{"file":"data:image/png;base64,AAAA"}',
  ].map((text) => Buffer.from(text, "latin1")),
  Buffer.concat([PNG, Buffer.alloc(10_000_000)]),
];
