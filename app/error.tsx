"use client";
// A page that failed to render. `digest` is what the server's log calls the same failure. Part of every page, so it is kept plain.
import { useTranslations } from "next-intl";
import { useEffect } from "react";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("common");
  // React keeps it from the window, where who reports errors listens. What failed on the server is reported there.
  useEffect(() => {
    if (!error.digest) reportError(error);
  }, [error]);
  return (
    <main id="content" className="grid min-h-dvh place-items-center p-4">
      <div role="alert" className="grid justify-items-center gap-2 text-center">
        <h1 className="text-xl">{t("crash.title")}</h1>
        <p className="max-w-sm text-ink-2">{t("crash.body")}</p>
        <button
          type="button"
          onClick={reset}
          className="mt-3 min-h-control rounded-md bg-brand px-4 font-semibold text-on-brand hover:bg-brand-hover"
        >
          {t("retry")}
        </button>
        {error.digest && <p className="font-mono text-xs text-ink-3">{error.digest}</p>}
      </div>
    </main>
  );
}
