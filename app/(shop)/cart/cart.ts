// What is in a cart: one branch's products, by id. Prices are not kept: the quote tells them, and the menu until then.

export type CartBranch = { id: string; name: string; vendor_name: string; vendor_slug: string };
export type CartLine = {
  /** Product, options and note together: adding the same again raises the quantity. */
  id: string;
  product_id: string;
  name: string;
  image_url: string | null;
  quantity: number;
  options: { id: string; name: string }[];
  note: string;
};
export type Cart = { branch: CartBranch | null; lines: CartLine[] };
export type NewLine = Omit<CartLine, "id">;

export const EMPTY_CART: Cart = { branch: null, lines: [] };
/** There while the cart holds anything. */
export const CART_COOKIE = "kapgel-cart";
/** The API's own limits. */
export const MOST_OF_ONE = 99;

/** How many pieces are in the cart. */
export function countOf(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** The items as POST /api/quotes and /api/orders take them. */
export function itemsOf(cart: Cart) {
  return cart.lines.map(({ product_id, quantity, options, note }) => ({
    product_id,
    quantity,
    ...(options.length > 0 && { option_ids: options.map(({ id }) => id) }),
    ...(note && { note }),
  }));
}

/** The cart a storage text holds; empty for anything else. */
export function readCart(text: string | null): Cart {
  try {
    const { branch, lines } = JSON.parse(text ?? "null") as Cart;
    const known = [branch?.id, branch?.name, branch?.vendor_name, branch?.vendor_slug];
    if (!known.every((word) => typeof word === "string") || !Array.isArray(lines)) return EMPTY_CART;
    const kept = lines.filter(isLine);
    return kept.length > 0 ? { branch, lines: kept } : EMPTY_CART;
  } catch {
    return EMPTY_CART;
  }
}

function isLine(line: CartLine): boolean {
  return (
    typeof line?.id === "string" &&
    typeof line.product_id === "string" &&
    typeof line.name === "string" &&
    typeof line.note === "string" &&
    Number.isInteger(line.quantity) &&
    line.quantity > 0 &&
    line.quantity <= MOST_OF_ONE &&
    Array.isArray(line.options)
  );
}
