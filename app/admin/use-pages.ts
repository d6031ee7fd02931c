"use client";
// A keyset list that grows by "load more". Reading it again reads every page that is on screen, so that no row beyond
// the first page goes stale; an answer to an older question never replaces the answer to a newer one.
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";

type Page<Row> = { data: Row[]; next_cursor: string | null };

/** `path` is the first page with its query, `initial` that page as the server read it, which always has a query. */
export function usePages<Row extends { id: string }>(path: string, initial: Page<Row>) {
  const [list, setList] = useState({ rows: initial.data, cursor: initial.next_cursor });
  const [error, setError] = useState<unknown>(null);
  const question = useRef(0);
  const pages = useRef(1);
  const shown = useRef(path);

  const read = useCallback(
    async (count: number) => {
      question.current += 1;
      const mine = question.current;
      const rows = new Map<string, Row>();
      let cursor: string | null = null;
      let got = 0;
      try {
        do {
          const at: string = cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`;
          const page: Page<Row> = await api.get<Page<Row>>(at);
          for (const row of page.data) rows.set(row.id, row);
          cursor = page.next_cursor;
          got += 1;
        } while (cursor !== null && got < count);
        if (mine !== question.current) return;
        pages.current = count;
        setList({ rows: [...rows.values()], cursor });
        setError(null);
      } catch (thrown) {
        if (mine === question.current) setError(thrown);
      }
    },
    [path],
  );
  const reload = useCallback(() => read(pages.current), [read]);
  const loadMore = useAction(() => read(pages.current + 1));
  const search = useAction(() => read(1));
  const runSearch = search.run;

  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    void runSearch();
  }, [path, runSearch]);

  /** Puts one row as a write answered it; a read asked before that is dropped. */
  const put = useCallback((row: Row) => {
    question.current += 1;
    setList((now) => ({ ...now, rows: now.rows.map((old) => (old.id === row.id ? row : old)) }));
  }, []);
  return { rows: list.rows, cursor: list.cursor, error, reload, loadMore, searching: search.pending, put };
}
