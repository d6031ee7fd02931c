// A file's text. Excel saves a plain CSV in the machine's own code page, Turkish ones in windows-1254; everything else is UTF-8.

/** Decoded as UTF-8 where it is that, else as windows-1254. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1254").decode(bytes);
  }
}
