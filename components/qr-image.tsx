// A QR code, black on white whatever the theme: cameras read nothing else well.

/** `path` draws the dark modules in a square of `size` units; `label` says where it leads. */
export function QrImage({
  code: { size, path },
  label,
  className,
}: {
  code: { size: number; path: string };
  label: string;
  className?: string;
}) {
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
