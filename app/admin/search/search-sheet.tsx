"use client";
// The search itself, a combobox: what is typed asks, arrows choose, Enter opens. An answer to older letters never replaces a newer one's.
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { Spinner } from "@/components/ui/spinner";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Found } from "@/lib/desk/schema";
import { hitsOf } from "./hits";
import { SearchResults } from "./search-results";

const PAUSE_MS = 180;
const SHORTEST = 2;

export function SearchSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("desk.search");
  return (
    <Sheet open={open} onClose={onClose} title={t("open")} wide>
      <SearchBox onChosen={onClose} />
    </Sheet>
  );
}

function SearchBox({ onChosen }: { onChosen: () => void }) {
  const t = useTranslations("desk.search");
  const errorText = useErrorText();
  const router = useRouter();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const { data, error, loading } = useResource<Found>(
    asked.length < SHORTEST ? null : `/api/admin/search?q=${encodeURIComponent(asked)}`,
  );
  const hits = data && asked.length >= SHORTEST ? hitsOf(data) : [];
  const chosen = hits[Math.min(at, hits.length - 1)];

  // The dialog focuses its first button when it opens: after this effect, and before the next frame.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(text.trim());
      setAt(0);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  function go(href: string) {
    onChosen();
    router.push(href);
  }
  function onKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      event.preventDefault();
      setAt((now) => (now + step + hits.length) % hits.length);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (chosen && !loading && asked === text.trim()) go(chosen.href); // never what older letters found
    }
  }

  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="relative">
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={t("label")}
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen && `${listId}-${chosen.key}`}
          placeholder={t("placeholder")}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
          className="h-control w-full rounded-md border border-line-control bg-surface px-3 pr-11 text-base"
        />
        {loading && (
          <span aria-hidden className="absolute inset-y-0 right-3 grid place-items-center">
            <Spinner />
          </span>
        )}
      </div>
      <p role="status" className={hits.length > 0 ? "sr-only" : "min-h-12 py-3 text-center text-ink-2"}>
        {asked.length < SHORTEST
          ? t("hint")
          : data &&
            !loading &&
            (hits.length > 0 ? t("found", { count: hits.length }) : t("none", { q: asked }))}
      </p>
      {error !== null && (
        <Notice tone="danger" live>
          {errorText(error)}
        </Notice>
      )}
      <SearchResults id={listId} hits={hits} chosen={chosen?.key} onChoose={go} onPoint={setAt} />
    </div>
  );
}
