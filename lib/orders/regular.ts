// What a line would cost without the price rule that lowered it.

/** The line's regular total in kuruş; null where it is what the line costs. */
export function regularTotal(line: {
  quantity: number;
  regular_unit_price_minor: number | null;
}): number | null {
  return line.regular_unit_price_minor === null ? null : line.regular_unit_price_minor * line.quantity;
}
