// A photograph, or a piece of it, made small enough to be sent: redrawn, so that nothing of the file but the picture goes out (where it was
// taken, with what).

const QUALITIES = [0.85, 0.7, 0.5];

/** In pixels of the photograph as it is seen, after its own turning. */
export type Piece = { x: number; y: number; width: number; height: number };

/**
 * The piece (null: all of it) with sides of `longest` pixels at most, as WebP where that is asked for and the browser writes it, else as JPEG.
 * @throws Error when the browser cannot read the file as a picture, or it cannot be made small enough
 */
export async function redraw(
  url: string,
  piece: Piece | null,
  { longest, maxBytes, webp }: { longest: number; maxBytes: number; webp: boolean },
): Promise<Blob> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { x, y, width, height } = piece ?? {
    ...{ x: 0, y: 0 },
    ...{ width: image.naturalWidth, height: image.naturalHeight },
  };
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, x, y, width, height, 0, 0, canvas.width, canvas.height);
  const type =
    webp && (await encoded(canvas, "image/webp", 1)).type === "image/webp" ? "image/webp" : "image/jpeg";
  if (type === "image/jpeg") {
    context.globalCompositeOperation = "destination-over"; // JPEG has no transparency: what shines through is paper
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  for (const quality of QUALITIES) {
    const blob = await encoded(canvas, type, quality);
    if (blob.size <= maxBytes) return blob;
  }
  throw new Error("too large");
}

/**
 * All of a picture file as a JPEG.
 * @throws Error as redraw()
 */
export async function smaller(file: Blob, to: { longest: number; maxBytes: number }): Promise<Blob> {
  const url = URL.createObjectURL(file);
  try {
    return await redraw(url, null, { ...to, webp: false });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function encoded(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> {
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("not encoded"))), type, quality);
  });
}
