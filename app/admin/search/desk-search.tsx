"use client";
// The way to the search from every page of the desk: a field to click, or ⌘K (Ctrl+K).
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";

const SearchSheet = lazySheet(() => import("./search-sheet").then((module) => module.SearchSheet));

export function DeskSearch() {
  const t = useTranslations("desk.search");
  const [open, setOpen] = useState(false);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey) return;
      event.preventDefault();
      setOpen(true);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Meta+K Control+K"
        data-testid="desk-search"
        onClick={() => setOpen(true)}
        className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-full border border-line-control px-3 text-ink-2 hover:bg-surface-2 sm:w-64 sm:justify-start"
      >
        <Search aria-hidden className="size-5" />
        <span className="sr-only sm:not-sr-only">{t("open")}</span>
        <kbd aria-hidden className="ml-auto hidden font-mono text-xs text-ink-3 sm:block">
          ⌘K
        </kbd>
      </button>
      <SearchSheet open={open} onClose={() => setOpen(false)} />
    </>
  );
}
