"use client";
// A search box. It tells `onSearch` what was typed once the typing pauses, and at once on Enter or clear.
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cx } from "./cx";
import { Spinner } from "./spinner";

const PAUSE_MS = 300;

/** `label` is the accessible name; `initial` is what it starts with; `pending` shows that results are on the way. */
export function SearchField({
  label,
  placeholder,
  initial = "",
  pending,
  onSearch,
  className,
}: {
  label: string;
  placeholder?: string;
  initial?: string;
  pending?: boolean;
  onSearch: (text: string) => void;
  className?: string;
}) {
  const t = useTranslations("common");
  const [text, setText] = useState(initial);
  const sent = useRef(initial);
  const search = useRef(onSearch);
  search.current = onSearch;

  function send(value: string) {
    const query = value.trim();
    if (query === sent.current) return;
    sent.current = query;
    search.current(query);
  }
  const sendLatest = useRef(send);
  sendLatest.current = send;

  useEffect(() => {
    const timer = setTimeout(() => sendLatest.current(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <search className={cx("relative block", className)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(text);
        }}
      >
        <span aria-hidden className="absolute inset-y-0 left-3.5 grid place-items-center text-ink-3">
          {pending ? <Spinner /> : <Search className="size-5" />}
        </span>
        <input
          type="search"
          enterKeyHint="search"
          aria-label={label}
          placeholder={placeholder ?? label}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-control w-full rounded-full border border-line-control bg-surface pr-11 pl-11 text-base hover:border-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
        {text && (
          <button
            type="button"
            aria-label={t("clear")}
            onClick={() => {
              setText("");
              send("");
            }}
            className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-full text-ink-3 hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </button>
        )}
      </form>
    </search>
  );
}
