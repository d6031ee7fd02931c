// How a cart changes: pure functions from one cart to the next. Within the API's limits, one branch at a time.
import { type Cart, type CartBranch, type CartLine, EMPTY_CART, MOST_OF_ONE, type NewLine } from "./cart.ts";

const MOST_LINES = 50;

/** The cart with a line more; a line of another branch replaces what was there. */
export function withLine(cart: Cart, branch: CartBranch, line: NewLine): Cart {
  const same = cart.branch?.id === branch.id ? cart.lines : [];
  return { branch, lines: merged([...same, { ...line, id: idOf(line) }]) };
}

/** The cart without what `withLine` added; what was added since stays. */
export function withoutAdded(cart: Cart, branch: CartBranch, line: NewLine): Cart {
  const id = idOf(line);
  const now = cart.branch?.id === branch.id ? cart.lines.find((known) => known.id === id) : undefined;
  return now ? withQuantity(cart, id, now.quantity - line.quantity) : cart;
}

/** The cart with a line that was taken out back in its place; another branch's cart stays as it is. */
export function withLineBack(cart: Cart, before: Cart, id: string): Cart {
  const index = before.lines.findIndex((line) => line.id === id);
  const line = before.lines[index];
  const same = cart.branch === null || cart.branch.id === before.branch?.id;
  if (!line || !same || cart.lines.some((known) => known.id === id)) return cart;
  return { branch: before.branch, lines: cart.lines.toSpliced(index, 0, line) };
}

/** The cart with another quantity of a line; zero takes it out, and the last line out empties the cart. */
export function withQuantity(cart: Cart, id: string, quantity: number): Cart {
  const lines = cart.lines.flatMap((line) => {
    if (line.id !== id) return [line];
    return quantity > 0 ? [{ ...line, quantity: Math.min(MOST_OF_ONE, quantity) }] : [];
  });
  return lines.length > 0 ? { ...cart, lines } : EMPTY_CART;
}

/** The cart with another note on a line. */
export function withNote(cart: Cart, id: string, note: string): Cart {
  const lines = cart.lines.map((line) => {
    if (line.id !== id) return line;
    const changed = { ...line, note: note.trim().slice(0, 200) };
    return { ...changed, id: idOf(changed) };
  });
  return { ...cart, lines: merged(lines) };
}

function idOf({ product_id, options, note }: Omit<NewLine, "quantity">): string {
  return [product_id, ...options.map(({ id }) => id).sort(), note].join("|");
}

function merged(lines: CartLine[]): CartLine[] {
  const byId = new Map<string, CartLine>();
  for (const line of lines) {
    const known = byId.get(line.id);
    const quantity = Math.min(MOST_OF_ONE, line.quantity + (known?.quantity ?? 0));
    byId.set(line.id, { ...(known ?? line), quantity });
  }
  return [...byId.values()].slice(0, MOST_LINES);
}
