"use client";
// The price of what is in the cart, as the server says it now: asked again when the draft changes, when the page wakes, once a minute,
// and when a price rule starts or ends. An answer to an older draft never replaces the answer to a newer one.
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, api } from "@/lib/browser/api";
import type { Quote, QuoteDraft } from "@/lib/orders/schema";

const PAUSE_MS = 200;
const FRESH_MS = 60_000;

/** `quote` stays on screen while the next one is asked (`pending`). A null draft asks nothing. */
export function useQuote(draft: QuoteDraft | null) {
  const [state, setState] = useState<{ quote: Quote | null; asked: string; error: unknown }>({
    quote: null,
    asked: "",
    error: null,
  });
  const text = draft ? JSON.stringify(draft) : "";
  const latest = useRef(0);

  const ask = useCallback(async () => {
    if (!text) return;
    latest.current += 1;
    const question = latest.current;
    try {
      const quote = await api.post<Quote>("/api/quotes", JSON.parse(text), { on401: "throw" });
      if (question === latest.current) setState({ quote, asked: text, error: null });
    } catch (error) {
      if (question === latest.current)
        setState((now) => ({ quote: isGone(error) ? null : now.quote, asked: text, error }));
    }
  }, [text]);

  useEffect(() => {
    const timer = setTimeout(ask, PAUSE_MS);
    const minute = setInterval(() => document.visibilityState === "visible" && ask(), FRESH_MS);
    const onWake = () => document.visibilityState === "visible" && ask();
    document.addEventListener("visibilitychange", onWake);
    window.addEventListener("online", onWake);
    return () => {
      latest.current += 1;
      clearTimeout(timer);
      clearInterval(minute);
      document.removeEventListener("visibilitychange", onWake);
      window.removeEventListener("online", onWake);
    };
  }, [ask]);

  const change = state.quote?.prices_until;
  useEffect(() => {
    const wait = change ? Date.parse(change) - Date.now() : 0;
    if (wait <= 0) return; // the minute's turn will tell
    const timer = setTimeout(ask, wait);
    return () => clearTimeout(timer);
  }, [change, ask]);

  /** Shows a quote that came another way (with a refusal), for the draft as it is now. */
  const show = useCallback(
    (quote: Quote) => {
      latest.current += 1;
      setState({ quote, asked: text, error: null });
    },
    [text],
  );
  return {
    quote: state.quote,
    error: state.error,
    pending: text !== "" && state.asked !== text,
    refresh: ask,
    show,
  };
}

function isGone(error: unknown): boolean {
  return error instanceof ApiError && error.code === "NOT_FOUND";
}
