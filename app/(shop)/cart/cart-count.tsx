"use client";
// The header's cart link, counting what this browser's cart holds.
import { CartLink } from "@/components/cart-link";
import { countOf } from "./cart";
import { useCart } from "./cart-store";

/** The way to the cart. */
export function CartCount() {
  return <CartLink count={countOf(useCart().cart)} />;
}
