// What a file is, by its own bytes: a name or a header may say anything. Only what comes whole is taken: of each kind its head is read and its
// end is looked for, so that half an upload is refused when it arrives and not when somebody opens it.

export const KINDS = {
  webp: "image/webp",
  jpeg: "image/jpeg",
  png: "image/png",
  pdf: "application/pdf",
} as const;
export type FileKind = keyof typeof KINDS;

/** `whole`: from its head to its end as its kind is built. `size`: a picture's, in pixels. */
export type Known = { kind: FileKind; whole: boolean; size: { width: number; height: number } | null };

/** What the bytes are; null when they are none of the kinds. */
export function fileKind(bytes: Uint8Array): Known | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (starts(bytes, "RIFF") && at(bytes, 8, "WEBP")) return picture("webp", webp(bytes, view));
  if (starts(bytes, "\x89PNG\r\n\x1a\n")) return picture("png", png(bytes, view));
  if (starts(bytes, "\xff\xd8\xff")) return picture("jpeg", jpeg(bytes, view));
  if (starts(bytes, "%PDF-")) return { kind: "pdf", whole: isWholePdf(bytes), size: null };
  return null;
}

type Size = { width: number; height: number };

function picture(kind: FileKind, size: Size | null): Known {
  const whole = size !== null && size.width > 0 && size.height > 0;
  return { kind, whole, size: whole ? size : null };
}

function png(bytes: Uint8Array, view: DataView): Size | null {
  if (bytes.length < 45 || !at(bytes, 12, "IHDR") || !at(bytes, bytes.length - 8, "IEND")) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

// The size stands in the frame's head, behind segments of any number; marks of padding may follow the end.
function jpeg(bytes: Uint8Array, view: DataView): Size | null {
  if (!latin1(bytes.subarray(-64)).includes("\xff\xd9")) return null;
  for (let offset = 2; offset + 9 < bytes.length && bytes[offset] === 0xff; ) {
    const marker = bytes[offset + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) };
    offset += marker === 0xff ? 1 : 2 + view.getUint16(offset + 2);
  }
  return null;
}

function webp(bytes: Uint8Array, view: DataView): Size | null {
  if (bytes.length < 30 || view.getUint32(4, true) + 8 > bytes.length) return null;
  if (at(bytes, 12, "VP8 ")) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (at(bytes, 12, "VP8L")) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (!at(bytes, 12, "VP8X")) return null;
  const uint24 = (offset: number) => view.getUint16(offset, true) + (bytes[offset + 2] ?? 0) * 65_536;
  return { width: uint24(24) + 1, height: uint24(27) + 1 };
}

const isWholePdf = (bytes: Uint8Array) => latin1(bytes.subarray(-1024)).includes("%%EOF");

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const at = (bytes: Uint8Array, offset: number, text: string) =>
  latin1(bytes.subarray(offset, offset + text.length)) === text;
const starts = (bytes: Uint8Array, text: string) => at(bytes, 0, text);
