"use client";
// A keyset-paginated list that grows: the first page is a resource, the following ones are added to it.
import { startTransition, useRef, useState } from "react";
import { api } from "./api";
import { useResource } from "./use-resource";

type PageOf<T> = { data: T[]; next_cursor: string | null };

/** `path` is the first page, with or without a query. `items` is undefined until the first page is read; `set` replaces them after a write; `more` reads the next page, `retry` what failed last. */
export function usePages<T>(path: string, initial?: PageOf<T>) {
  const first = useResource<PageOf<T>>(path, initial);
  const [growing, setGrowing] = useState(false);
  const [moreError, setMoreError] = useState<unknown>(null);
  const current = useRef(path);
  current.current = path;
  const cursor = first.data?.next_cursor ?? null;

  async function more() {
    if (cursor === null || growing) return;
    setGrowing(true);
    setMoreError(null);
    try {
      const next = `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
      const page = await api.get<PageOf<T>>(next);
      // Rows are drawn in pieces, and a tap in between is not kept waiting. Until they stand the list is still growing.
      startTransition(() => {
        setGrowing(false);
        if (current.current !== path) return; // another list is on screen by now
        first.mutate((now) => now && { data: [...now.data, ...page.data], next_cursor: page.next_cursor });
      });
    } catch (error) {
      setMoreError(error);
      setGrowing(false);
    }
  }

  const items = first.data?.data;
  return {
    items,
    cursor,
    error: first.error ?? moreError,
    loading: first.loading || growing,
    reload: first.reload,
    more,
    retry: () => (items ? more() : first.reload()),
    set: (change: (items: T[]) => T[]) => first.mutate((now) => now && { ...now, data: change(now.data) }),
  };
}
