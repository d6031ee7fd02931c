"use client";
// What the rule would make of prices: three examples, worked out by the server as they will be charged.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Price } from "@/components/ui/price";
import { api } from "@/lib/browser/api";
import type { PricePreview as Preview } from "@/lib/catalog/price-rules";
import { type RuleDraft, targetsOf } from "./rule-draft";

const PAUSE_MS = 300;

export function PricePreview({ draft }: { draft: RuleDraft }) {
  const t = useTranslations("prices.form");
  const asked = JSON.stringify(targetsOf(draft));
  const [shown, setShown] = useState<{ asked: string; preview: Preview | null }>({
    asked: "null",
    preview: null,
  });
  useEffect(() => {
    if (asked === "null") return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      // What cannot be asked now is shown by nothing: saving tells what is wrong.
      const preview = await api
        .post<Preview>("/api/vendor/price-rules/preview", JSON.parse(asked), { signal: abort.signal })
        .catch(() => null);
      if (!abort.signal.aborted) setShown({ asked, preview });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);

  const { preview } = shown;
  if (asked === "null" || !preview) return <p className="text-sm text-ink-3">{t("rule")}</p>;
  return (
    <section aria-label={t("preview")} className="rounded-md bg-surface-2 p-3" data-testid="rule-preview">
      <h3 className="text-base">{t("previewOf", { count: preview.count })}</h3>
      <ul
        aria-live="polite"
        aria-busy={shown.asked !== asked}
        className="divide-y divide-line aria-busy:opacity-50"
      >
        {preview.data.map(({ product_id, name, regular_minor, price_minor }) => (
          <li key={product_id} className="flex items-baseline justify-between gap-3 py-1.5">
            <span className="min-w-0 truncate">{name}</span>
            <Price
              minor={price_minor}
              regular={price_minor < regular_minor ? regular_minor : null}
              className="font-semibold"
            />
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-ink-2">{t("rule")}</p>
    </section>
  );
}
