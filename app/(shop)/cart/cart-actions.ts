"use client";
// What people do to the cart. Apart from the store, because every page counts the cart and few change it.
import { type CartBranch, EMPTY_CART, type NewLine } from "./cart";
import { withLine, withLineBack, withNote, withoutAdded, withQuantity } from "./cart-changes";
import { changeCart } from "./cart-store";

/** `add` and `setQuantity` answer how to undo just that. */
export const cartActions = {
  add(branch: CartBranch, line: NewLine): () => void {
    const before = changeCart((cart) => withLine(cart, branch, line));
    const replaced = before.branch !== null && before.branch.id !== branch.id;
    return () => changeCart((cart) => (replaced ? before : withoutAdded(cart, branch, line)));
  },
  setQuantity(id: string, quantity: number): () => void {
    const before = changeCart((cart) => withQuantity(cart, id, quantity));
    const was = before.lines.find((line) => line.id === id)?.quantity ?? 0;
    return () =>
      changeCart((cart) => (quantity > 0 ? withQuantity(cart, id, was) : withLineBack(cart, before, id)));
  },
  setNote: (id: string, note: string) => changeCart((cart) => withNote(cart, id, note)),
  clear: () => changeCart(() => EMPTY_CART),
};
