// Ordering the same again: what today's menu still has of an old order, and what it has not.
import type { Menu } from "@/lib/catalog/schema";
import type { Order } from "@/lib/orders/schema";
import type { NewLine } from "../cart/cart";

/** The lines that can be ordered now, and the names of what cannot. An option that is gone takes its product along. */
export function linesAgain(order: Pick<Order, "items">, menu: Menu): { lines: NewLine[]; missing: string[] } {
  const products = new Map(
    menu.categories.flatMap(({ products }) => products).map((product) => [product.id, product]),
  );
  const lines: NewLine[] = [];
  const missing: string[] = [];
  for (const item of order.items) {
    const product = products.get(item.product_id);
    const offered = product?.option_groups.flatMap((group) => group.options) ?? [];
    const options = item.options.flatMap(({ id }) => offered.find((option) => option.id === id) ?? []);
    if (!product?.in_stock || options.length < item.options.length) {
      missing.push(item.name);
      continue;
    }
    lines.push({
      product_id: product.id,
      name: product.name,
      image_url: product.image_url,
      quantity: item.quantity,
      options: options.map(({ id, name }) => ({ id, name })),
      note: item.note ?? "",
    });
  }
  return { lines, missing };
}
