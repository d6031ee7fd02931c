"use client";
// A photograph made small enough to be sent from a street corner: as a JPEG without anything that a camera writes beside the picture.

const LONGEST_SIDE = 1280;
const MOST_BYTES = 1024 * 1024; // the API's limit
const QUALITIES = [0.82, 0.6, 0.4];

/** A picture file as a JPEG of at most 1280 pixels and 1 MB. Throws when the browser cannot read it. */
export async function shrink(picture: Blob): Promise<Blob> {
  const source = await createImageBitmap(picture);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(source.width, source.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(source.width * scale));
  canvas.height = Math.max(1, Math.round(source.height * scale));
  canvas.getContext("2d")?.drawImage(source, 0, 0, canvas.width, canvas.height);
  source.close();
  for (const quality of QUALITIES) {
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (small && small.size <= MOST_BYTES) return small;
  }
  throw new Error("The picture cannot be made small enough.");
}
