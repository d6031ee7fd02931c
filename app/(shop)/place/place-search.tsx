"use client";
// Finding a neighbourhood by its name (WAI-ARIA combobox): type, arrow keys or tap, Enter.
import { MapPin, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { Spinner } from "@/components/ui/spinner";
import { api } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Neighborhood } from "@/lib/catalog/places";
import type { ChosenPlace } from "./place";

const PAUSE_MS = 180;

/** `onPick` gets the neighbourhood chosen, as a place at its middle. */
export function PlaceSearch({
  onPick,
  autoFocus,
  large,
}: {
  onPick: (place: ChosenPlace) => void;
  autoFocus?: boolean;
  large?: boolean;
}) {
  const t = useTranslations("shop.place");
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const { found, pending, error } = usePlaces(text);
  const errorText = useErrorText();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  function pick(place: Neighborhood | undefined) {
    if (!place || place.lat === null || place.lng === null) return;
    setOpen(false);
    setText("");
    onPick({
      label: place.name,
      text: `${place.name}, ${place.district}, ${place.city}`,
      lat: place.lat,
      lng: place.lng,
      city_slug: place.city_slug,
      district_slug: place.district_slug,
      neighborhood_id: place.id,
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((now) => (now + step + found.length) % found.length);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      pick(found[active]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  }

  const asked = text.trim().length >= 2;
  const listed = open && asked && found.length > 0;
  const message = error
    ? errorText(error)
    : asked && !pending && found.length === 0
      ? t("nothing", { text })
      : null;
  return (
    <div className="relative">
      <span
        aria-hidden
        className="absolute inset-y-0 left-4 grid h-full max-h-14 place-items-center text-ink-3"
      >
        {pending ? <Spinner /> : <Search className="size-5" />}
      </span>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t("search")}
        aria-expanded={listed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={listed ? `${id}-${active}` : undefined}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        placeholder={t("searchExample")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className={cx(
          "w-full rounded-full border border-line-control bg-surface pr-4 pl-12 text-base text-ink hover:border-ink-3",
          large ? "h-14 shadow-raised" : "h-12",
        )}
      />
      {open && message && (
        <p role="status" className="mt-2 px-4 text-sm text-ink-2">
          {message}
        </p>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("results")}
        hidden={!listed}
        className="absolute inset-x-0 top-full z-20 mt-2 max-h-80 overflow-y-auto rounded-lg border border-line bg-surface p-1.5 shadow-overlay"
      >
        {found.map((place, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox holds the focus and answers the keys
          <div
            key={place.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(place)}
            onPointerMove={() => setActive(index)}
            className={cx(
              "tap-row flex cursor-pointer items-center gap-3 rounded-md px-3 text-ink",
              index === active && "bg-surface-2",
            )}
          >
            <MapPin aria-hidden className="size-4 shrink-0 text-brand-ink" />
            <span className="min-w-0 py-1.5">
              <span className="block truncate font-medium">{place.name}</span>
              <span className="block truncate text-sm text-ink-2">
                {place.district}, {place.city}
              </span>
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Neighbourhoods like the text, asked once typing pauses; an answer to older text is dropped. */
function usePlaces(text: string) {
  const [state, setState] = useState<{ found: Neighborhood[]; pending: boolean; error: unknown }>({
    found: [],
    pending: false,
    error: null,
  });
  useEffect(() => {
    const q = text.trim();
    if (q.length < 2) {
      setState({ found: [], pending: false, error: null });
      return;
    }
    const stop = new AbortController();
    setState((now) => ({ ...now, pending: true }));
    const timer = setTimeout(async () => {
      try {
        const { data } = await api.get<{ data: Neighborhood[] }>(`/api/places?q=${encodeURIComponent(q)}`, {
          signal: stop.signal,
        });
        setState({ found: data, pending: false, error: null });
      } catch (error) {
        if (!stop.signal.aborted) setState({ found: [], pending: false, error });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return state;
}
