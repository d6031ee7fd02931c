"use client";
// What the page shows of one API resource. Reads may overlap (a poll and a live message): an answer to an older
// question never replaces the answer to a newer one.
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "./api";

/**
 * Reads `path` (null: nothing to read yet). `initial` is what the server rendered; without it the first read starts on mount.
 * `reload()` reads again and keeps the old data on screen; `mutate(next)` replaces it with what a write answered.
 */
export function useResource<T>(path: string | null, initial?: T) {
  const [data, setData] = useState<T | undefined>(initial);
  const [error, setError] = useState<unknown>(null);
  const [loading, setLoading] = useState(initial === undefined && path !== null);
  const asked = useRef(0);
  const shown = useRef(0);
  const read = useRef(initial === undefined ? null : path);

  const reload = useCallback(async (): Promise<void> => {
    if (path === null) return;
    asked.current += 1;
    const question = asked.current;
    setLoading(true);
    try {
      const answer = await api.get<T>(path);
      if (question < shown.current) return;
      shown.current = question;
      setData(answer);
      setError(null);
    } catch (thrown) {
      if (question >= shown.current) setError(thrown);
    } finally {
      if (question === asked.current) setLoading(false);
    }
  }, [path]);

  useEffect(() => {
    if (read.current === path) return;
    read.current = path;
    void reload();
  }, [path, reload]);

  const mutate = useCallback((next: T | ((now: T | undefined) => T | undefined)) => {
    asked.current += 1;
    shown.current = asked.current; // a read asked before this write may hold the state before it
    setData((now) =>
      typeof next === "function" ? (next as (now: T | undefined) => T | undefined)(now) : next,
    );
  }, []);

  return { data, error, loading, reload, mutate };
}
