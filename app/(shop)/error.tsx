"use client";
// A customer page that failed to render; the header stays, the rest says so. Part of every page, so it is kept plain.
import { useTranslations } from "next-intl";

export default function ShopError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("common");
  return (
    <main
      id="content"
      tabIndex={-1}
      role="alert"
      className="mx-auto grid max-w-3xl justify-items-center gap-2 px-4 py-20 text-center"
    >
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
    </main>
  );
}
