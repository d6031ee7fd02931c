// A shop's own pictures: kept once, under a name made of their content, and shown from our own address for ever.
import "server-only";
import { z } from "zod";
import { Id } from "@/lib/platform/http/fields";
import { fileBody, type ReceivedFile } from "@/lib/platform/http/file";
import { putFile } from "@/lib/platform/storage";
import type { Database } from "@/lib/platform/supabase";

/** Of a photograph of 1200 pixels that is a good deal; the browser has made it smaller before (lib/browser/redraw.ts). */
export const PictureFile = fileBody(["webp", "jpeg", "png"], 1024 * 1024);
export const Picture = z.object({ url: z.string() });

/**
 * Keeps a picture for the caller's vendor. The same picture again is the same address.
 * @param vendorId the vendor meant by who works for several
 * @throws ApiError FORBIDDEN without the right to the menu, NOT_FOUND for another's vendor, UNAVAILABLE when Storage is away
 */
export async function keepPicture(
  db: Database,
  vendorId: string | undefined,
  file: ReceivedFile,
): Promise<z.infer<typeof Picture>> {
  const vendor = Id.parse(await db.call("picture_vendor", vendorId ? { vendor_id: vendorId } : {}));
  const name = `${vendor}/${file.sha256}.${file.kind}`;
  await putFile("pictures", name, file);
  return { url: `/pictures/u/${name}` };
}
