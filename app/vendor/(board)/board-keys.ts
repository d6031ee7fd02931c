"use client";
// The board by keyboard: arrows walk from card to card, letters do what the card's buttons do. Never while someone types.
import { type RefObject, useEffect, useRef } from "react";
import { keepFocus } from "@/components/ui/focus";
import type { Order, OrderStatus } from "@/lib/orders/schema";
import { canAssign, nextStep, unhappyEnd } from "../_orders/steps";

type Deeds = {
  find: (id: string) => Order | undefined;
  next: (order: Order, to: OrderStatus) => void;
  end: (order: Order) => void;
  courier: (order: Order) => void;
  see: (order: Order) => void;
  print: (order: Order) => void;
  help: () => void;
};

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, dialog[open], [role=tablist]");

/** The visible columns' card buttons, top to bottom in each. */
function cardsOf(board: HTMLElement): HTMLElement[][] {
  return [...board.children]
    .map((column) => [...column.querySelectorAll<HTMLElement>("[data-card]")])
    .filter(([first]) => first?.offsetParent);
}

function walk(columns: HTMLElement[][], from: HTMLElement | null, key: string): HTMLElement | undefined {
  const x = columns.findIndex((column) => from && column.includes(from));
  const y = from ? (columns[x]?.indexOf(from) ?? -1) : -1;
  if (x < 0) return columns[0]?.[0];
  if (key === "ArrowDown") return columns[x]?.[y + 1];
  if (key === "ArrowUp") return columns[x]?.[y - 1];
  const side = columns[key === "ArrowRight" ? x + 1 : x - 1];
  return side?.[Math.min(y, side.length - 1)];
}

/** Shows nothing; listens while it is mounted. */
export function BoardKeys({ board, ...deeds }: Deeds & { board: RefObject<HTMLElement | null> }): null {
  const latest = useRef(deeds);
  latest.current = deeds;
  /** The card that was just moved by a key: it appears in another column, and the focus goes with it. */
  const moved = useRef<string | null>(null);
  const last = useRef<Element | null>(null);

  useEffect(() => {
    if (document.activeElement !== document.body) return;
    if (moved.current) {
      const card = board.current?.querySelector<HTMLElement>(`[data-card="${moved.current}"]`);
      if (!card?.offsetParent) return;
      moved.current = null;
      card.focus();
    } else if (last.current && !last.current.isConnected && board.current) {
      last.current = null; // its order has ended: the first of the others takes its place
      keepFocus(cardsOf(board.current)[0]?.[0] ?? null);
    }
  });

  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target.closest("[data-testid=order-card]") : null;
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (document.querySelector("dialog[open]") || !board.current) return;
      const { find, next, end, courier, see, print, help } = latest.current;
      if (event.key === "?") return help();
      const focused = document.activeElement?.closest("[data-testid=order-card]") ?? null;
      const card = focused?.querySelector<HTMLElement>("[data-card]") ?? null;
      if (event.key.startsWith("Arrow")) {
        const target = walk(cardsOf(board.current), card, event.key);
        if (!target) return;
        event.preventDefault();
        target.focus();
        target.scrollIntoView({ block: "nearest", inline: "nearest" });
        return;
      }
      const order = find(card?.dataset.card ?? "");
      if (!order) return;
      const step = nextStep(order);
      const key = event.key.toLowerCase();
      if (key === "o" && step) {
        moved.current = order.id;
        next(order, step);
      } else if (key === "r" && unhappyEnd(order)) end(order);
      else if (key === "k" && canAssign(order)) courier(order);
      else if (key === "g" && order.status === "NEW") see(order);
      else if (key === "y") print(order);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [board]);
  return null;
}
