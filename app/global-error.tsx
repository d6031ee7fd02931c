"use client";
// What is left when even the layout failed: no styles, no provider of messages, nobody's language known. Part of every page, so it is kept
// plain.
import { useEffect } from "react";
import en from "@/messages/en/crash.json";
import tr from "@/messages/tr/crash.json";

export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  useEffect(() => {
    if (!error.digest) reportError(error);
  }, [error]);
  return (
    <html lang="tr">
      <body>
        {[tr, en].map(({ title, retry }) => (
          <p key={title} role="alert">
            {title}{" "}
            <button type="button" onClick={reset}>
              {retry}
            </button>
          </p>
        ))}
      </body>
    </html>
  );
}
