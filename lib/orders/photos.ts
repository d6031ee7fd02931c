// Photographs that couriers take of a delivery (supabase/migrations/*_delivery_photos.sql): the row decides, Storage keeps the file.
import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/platform/errors";
import { Id, Time } from "@/lib/platform/http/fields";
import { fileBody, type ReceivedFile } from "@/lib/platform/http/file";
import { putFile, readFile, removeFiles, type StoredFile } from "@/lib/platform/storage";
import type { Database } from "@/lib/platform/supabase";
import { DeliveryPhoto } from "./schema";

/** The courier's phone has made it small before (lib/browser/redraw.ts). */
export const PhotoFile = fileBody(["jpeg"], 1024 * 1024);
export const PhotoQuery = DeliveryPhoto.pick({ kind: true }).extend({
  /** When it was taken, by the courier's phone. */
  at: Time.optional(),
});
export const PhotoParams = z.object({ id: Id, photoId: Id });

const Begun = DeliveryPhoto.extend({ file: z.string(), kept: z.boolean() });
const Expired = z.array(z.object({ id: Id, file: z.string() }));

/**
 * Keeps a photograph as the order's courier. The same key again is the same photograph, also when a try broke off midway.
 * @throws ApiError NOT_FOUND, INVALID_TRANSITION with `details.current` before pick-up and two days after the end, IDEMPOTENCY_CONFLICT,
 *   VALIDATION_ERROR on `file` past six of an order, UNAVAILABLE when Storage is away
 */
export async function keepPhoto(
  db: Database,
  orderId: string,
  { kind, at }: z.infer<typeof PhotoQuery>,
  file: ReceivedFile,
  key: string,
): Promise<z.infer<typeof DeliveryPhoto>> {
  const {
    file: name,
    kept,
    ...photo
  } = Begun.parse(
    await db.call("begin_delivery_photo", {
      order_id: orderId,
      photo: { kind, at, sha256: file.sha256 },
      idempotency_key: key,
    }),
  );
  if (!kept) {
    await putFile("proofs", name, file);
    await db.call("finish_delivery_photo", { photo_id: photo.id });
  }
  return photo;
}

/** A photograph's file, for whoever may see its order. @throws ApiError NOT_FOUND; UNAVAILABLE when Storage is away */
export async function readPhoto(db: Database, orderId: string, photoId: string): Promise<StoredFile> {
  const name = z
    .string()
    .parse(await db.call("get_delivery_photo", { order_id: orderId, photo_id: photoId }));
  const file = await readFile("proofs", name);
  if (!file) throw new ApiError("NOT_FOUND", "The photograph was not found.");
  return file;
}

/** Deletes photographs that are 90 days old, and what is left of tries that never ended: files first. Returns how many. */
export async function purgePhotos(db: Database): Promise<number> {
  const expired = Expired.parse(await db.call("list_expired_photos"));
  if (expired.length === 0) return 0;
  await removeFiles(
    "proofs",
    expired.map(({ file }) => file),
  );
  return z.number().parse(await db.call("forget_photos", { ids: expired.map(({ id }) => id) }));
}
