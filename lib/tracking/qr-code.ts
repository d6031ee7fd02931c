// A text for a camera: drawn here, so that browsers need no library for it.
import { encode } from "uqr";
import type { QrCode } from "./schema";

/** Empty modules around it that the standard asks for. */
const QUIET = 4;

/** The QR code of a text, of level M: it can still be read from a crumpled receipt. */
export function qrCodeOf(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  const runs = data.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      found.push(`M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`);
    }
    return found;
  });
  return { size, path: runs.join("") };
}
