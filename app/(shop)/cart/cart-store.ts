"use client";
// The one cart of this browser: kept in localStorage, the same in every tab, gone from none by a reload.
import { useSyncExternalStore } from "react";
import { keepCookie } from "@/lib/browser/cookie";
import { CART_COOKIE, type Cart, EMPTY_CART, readCart } from "./cart";

const PLACE = "kapgel-cart";
/** What the server renders: what a cart holds is not known there. */
const UNREAD: Cart = { branch: null, lines: [] };

let current: Cart | null = null;
const watchers = new Set<() => void>();

function read(): Cart {
  if (current === null) {
    try {
      current = readCart(localStorage.getItem(PLACE));
      tellServer(current);
    } catch {
      current = EMPTY_CART; // storage is blocked: the cart lives as long as this tab
    }
  }
  return current;
}

function write(next: Cart): void {
  current = next;
  try {
    if (next.lines.length > 0) localStorage.setItem(PLACE, JSON.stringify(next));
    else localStorage.removeItem(PLACE);
    tellServer(next);
  } catch {
    // As above.
  }
  for (const notify of watchers) notify();
}

/** Whether there is anything in it, so that an empty cart is shown as one at once. */
function tellServer({ lines }: Cart): void {
  keepCookie(CART_COOKIE, lines.length > 0 ? "1" : null, "/cart");
}

function onStorage(event: StorageEvent): void {
  if (event.key !== null && event.key !== PLACE) return;
  current = null;
  for (const notify of watchers) notify();
}

function subscribe(notify: () => void): () => void {
  if (watchers.size === 0) window.addEventListener("storage", onStorage);
  watchers.add(notify);
  return () => {
    watchers.delete(notify);
    if (watchers.size === 0) window.removeEventListener("storage", onStorage);
  };
}

/** The cart as it is now, in every tab. `ready` is false until the browser's own cart has been read. */
export function useCart(): { cart: Cart; ready: boolean } {
  const cart = useSyncExternalStore(subscribe, read, () => UNREAD);
  return { cart, ready: cart !== UNREAD };
}

/** Changes the cart, in every tab; answers it as it was before. */
export function changeCart(next: (cart: Cart) => Cart): Cart {
  const before = read();
  write(next(before));
  return before;
}
