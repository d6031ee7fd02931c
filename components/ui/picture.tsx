"use client";
// A picture in a box of fixed proportions (so nothing jumps), with a calm fallback when there is none or it fails.
import { Utensils } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cx } from "./cx";

// Pictures that ship with the site are cut-outs, which fit into their box; what a shop uploads (/pictures/u/) fills it.
const isCutOut = (src: string) => src.startsWith("/pictures/") && !src.startsWith("/pictures/u/");

/** `alt` is "" when the name stands beside it. `aspect` is width / height. Loads lazily unless `eager`. */
export function Picture({
  src,
  alt,
  aspect = 4 / 3,
  eager,
  className,
}: {
  src: string | null | undefined;
  alt: string;
  aspect?: number;
  eager?: boolean;
  className?: string;
}) {
  const [failed, setFailed] = useState(false);
  const image = useRef<HTMLImageElement>(null);

  // An image that failed before hydration fired its error event when nobody listened.
  useEffect(() => {
    const element = image.current;
    setFailed(Boolean(element?.complete && element.naturalWidth === 0));
  }, []);

  return (
    <span
      className={cx("relative block overflow-hidden bg-surface-2", className)}
      style={{ aspectRatio: aspect }}
    >
      {src && !failed ? (
        // biome-ignore lint/performance/noImgElement: pictures come sized from our own storage, no optimiser is run
        <img
          ref={image}
          src={src}
          alt={alt}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          onError={() => setFailed(true)}
          className={cx(
            "absolute inset-0 size-full",
            isCutOut(src) ? "object-contain p-[8%]" : "object-cover",
          )}
        />
      ) : (
        <span className="absolute inset-0 grid place-items-center text-ink-3">
          {alt && <span className="sr-only">{alt}</span>}
          <Utensils aria-hidden className="size-[28%] max-h-12 opacity-60" strokeWidth={1.5} />
        </span>
      )}
    </span>
  );
}
