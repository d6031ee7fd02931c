"use client";
// Keeps the book of live orders right: messages say which order changed, the API says how; every join, wake and poll reads all.
import { useTranslations } from "next-intl";
import { startTransition, useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useLive } from "@/lib/live/use-live";
import { isOldNews } from "@/lib/live/version";
import type { Order } from "@/lib/orders/schema";
import { isEnded, type OrderBook, put, putList } from "./order-book";

export type OrderList = { data: Order[]; next_cursor: string | null };

const MOST_PAGES = 20; // 1,000 orders under way: far beyond any counter

async function readActive(): Promise<Order[]> {
  const orders: Order[] = [];
  let cursor: string | null = "";
  for (let page = 0; cursor !== null && page < MOST_PAGES; page++) {
    const after: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const list: OrderList = await api.get(`/api/vendor/orders?status=active&limit=50${after}`);
    orders.push(...list.data);
    cursor = list.next_cursor;
  }
  return orders;
}

/** What else lives on the branches' channels: read again with the orders, and told of messages. */
type Company = { reread: () => void; onMessage: (event: string) => void };

/** `book`, the connection's `state`, whether the last reading failed (`stale`), and ways to write what the API answered. */
export function useOrderBook(branchIds: string[], initial: OrderList, company: Company) {
  const t = useTranslations("vendor.live");
  const toast = useToast();
  const [book, setBook] = useState<OrderBook>(() => putList(new Map(), initial.data, 0));
  const [stale, setStale] = useState(false);
  const known = useRef(book);
  const tick = useRef(0);
  /** Orders that an action of ours is changing: its answer tells more than the message does. */
  const busy = useRef(new Set<string>());

  function write(next: OrderBook) {
    known.current = next;
    setBook(next);
  }

  /** `told`: whoever asked says what happened, no toast is needed. */
  function keep(order: Order, told = false) {
    tick.current += 1;
    const before = known.current.get(order.id)?.order;
    write(put(known.current, order, tick.current));
    const canceled = order.status === "CANCELED_BY_USER" && before && !isEnded(before.status);
    if (canceled && !told) toast({ title: t("customerCanceled", { number: order.number }), tone: "danger" });
  }

  async function readAll() {
    tick.current += 1;
    const askedAt = tick.current;
    try {
      const orders = await readActive();
      const next = putList(known.current, orders, askedAt);
      known.current = next;
      startTransition(() => setBook(next)); // hundreds of cards are drawn in pieces, and a tap in between is not kept waiting
      setStale(false);
    } catch {
      setStale(true);
    }
  }

  async function readOne(id: string) {
    try {
      keep(await api.get<Order>(`/api/orders/${id}`));
    } catch {
      await readAll();
    }
  }

  const { state } = useLive({
    topics: branchIds.map((id) => `branch:${id}`),
    reread: () => {
      company.reread();
      return readAll();
    },
    onMessage({ event, payload }) {
      company.onMessage(event);
      const { order_id: id, version } = payload;
      if (typeof id !== "string" || typeof version !== "number") return;
      if (busy.current.has(id) || isOldNews(known.current.get(id)?.order.version, version)) return;
      void readOne(id);
    },
  });

  return { book, state, stale, keep, readOne, readAll, busy };
}
