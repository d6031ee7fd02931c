// The picture that a link to us shows elsewhere: brand, name, and one line. Made from text alone and Next's own font, so that it needs no
// network: what the font cannot draw, the library would fetch from strangers' servers, and so it is left out.
import { ImageResponse } from "next/og";

/** Pixels, as the sites that show it want them. */
export const SIZE = { width: 1200, height: 630 };

/** What the font has of what people write: Latin letters with their marks, digits and the common signs. */
export function drawable(text: string): string {
  return text
    .normalize("NFC")
    .replace(
      /[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u0113\u0116-\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u0150-\u017e–—‘’“”…]/gu,
      "",
    )
    .replace(/\s+/g, " ")
    .trim();
}

const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** A PNG. `note` stands above the title, `text` below. */
export function sharePicture({
  title,
  note,
  text,
}: {
  title: string;
  note: string;
  text: string;
}): ImageResponse {
  return new ImageResponse(
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: 72,
        background: "#fff1ea",
        color: "#2a0f03",
      }}
    >
      <div style={{ display: "flex", alignItems: "center", gap: 24, fontSize: 52 }}>
        <Mark />
        KapGel
      </div>
      <div style={{ display: "flex", flexDirection: "column", gap: 20 }}>
        <div style={{ fontSize: 36, color: "#a8380c" }}>{shortened(drawable(note), 60)}</div>
        <div style={{ fontSize: title.length > 28 ? 72 : 96, lineHeight: 1.1 }}>
          {shortened(drawable(title), 60)}
        </div>
        <div style={{ fontSize: 36, lineHeight: 1.35, color: "#5c4033" }}>
          {shortened(drawable(text), 130)}
        </div>
      </div>
    </div>,
    SIZE,
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width={88} height={88} role="img" aria-label="KapGel">
      <path
        d="M16 1.5C8.6 1.5 3 7.1 3 14.2c0 6.6 5.6 11.6 11.1 15.6a3.2 3.2 0 0 0 3.8 0C23.4 25.8 29 20.8 29 14.2 29 7.1 23.4 1.5 16 1.5Z"
        fill="#ff6b35"
      />
      <path d="M10 22.3V13a6 6 0 0 1 12 0v9.3Z" fill="#2a0f03" />
      <path d="M16 7a6 6 0 0 1 6 6v9.3l-6 2.2Z" fill="#fff4ee" />
      <circle cx="18.2" cy="16" r="1.2" fill="#2a0f03" />
    </svg>
  );
}
