"use client";
// The menu: search within it, categories that follow the scroll, products, and adding to the cart.
import { useTranslations } from "next-intl";
import { type CSSProperties, useDeferredValue, useMemo, useRef, useState } from "react";
import { lazily } from "@/components/lazily";
import { useAtHand } from "@/components/lazy-sheet";
import { SearchField } from "@/components/ui/search-field";
import { useToast } from "@/components/ui/toast";
import type { Menu, MenuProduct } from "@/lib/catalog/schema";
import type { CartBranch, NewLine } from "../../cart/cart";
import { cartActions } from "../../cart/cart-actions";
import { useCart } from "../../cart/cart-store";
import { CategoryNav } from "./category-nav";
import { foundIn } from "./menu-search";
import { ProductRow } from "./product-row";

const Confirm = lazily(() => import("@/components/ui/confirm").then((module) => module.Confirm));
const CartBar = lazily(() => import("./cart-bar").then((module) => module.CartBar));
const loadNothingFound = () => import("./nothing-found").then((module) => module.NothingFound);
const NothingFound = lazily(loadNothingFound);
const PriceClock = lazily(() => import("./price-clock").then((module) => module.PriceClock));
const ProductSheet = lazily(() => import("./product-sheet").then((module) => module.ProductSheet));

/** `minimum` is the branch's minimum order in kuruş. */
export function MenuBrowser({
  menu,
  branch,
  minimum,
}: {
  menu: Pick<Menu, "categories" | "prices_until">;
  branch: CartBranch;
  minimum: number;
}) {
  const t = useTranslations("shop.menu");
  const c = useTranslations("common");
  const toast = useToast();
  useAtHand(loadNothingFound);
  const { cart } = useCart();
  const [query, setQuery] = useState("");
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [waiting, setWaiting] = useState<NewLine | null>(null);
  const [later, setLater] = useState<Menu["categories"] | null>(null);
  const top = useRef<HTMLDivElement>(null);

  function add(line: NewLine) {
    const undo = cartActions.add(branch, line);
    setOpen(false);
    setWaiting(null);
    toast({
      title: t("added", { name: line.name, count: line.quantity }),
      tone: "success",
      action: { label: c("undo"), run: undo },
    });
  }
  function ask(line: NewLine) {
    if (cart.branch && cart.branch.id !== branch.id) setWaiting(line);
    else add(line);
  }
  function look(product: MenuProduct) {
    setChosenId(product.id);
    setOpen(true);
  }
  function quickAdd(product: MenuProduct) {
    if (product.option_groups.length > 0) look(product);
    else ask(plainLine(product));
  }

  const categories = later ?? menu.categories;
  const chosen = useMemo(() => productOf(categories, chosenId), [categories, chosenId]);
  // Thousands of products: none is drawn again for another's sake, and what is typed never waits for what is found.
  const asked = useDeferredValue(query);
  const shown = useMemo(() => foundIn(categories, asked), [categories, asked]);
  const inCart = cart.branch?.id === branch.id ? cart.lines : [];
  const counts = countsOf(inCart);
  const latest = useRef({ look, quickAdd });
  latest.current = { look, quickAdd };
  const deeds = useMemo(
    () => ({
      onLook: (product: MenuProduct) => latest.current.look(product),
      onAdd: (product: MenuProduct) => latest.current.quickAdd(product),
    }),
    [],
  );
  return (
    <div ref={top} className="mt-5 flex min-h-dvh scroll-mt-header flex-col">
      {menu.prices_until && (
        <PriceClock categories={menu.categories} until={menu.prices_until} onChange={setLater} />
      )}
      <SearchField label={t("search")} onSearch={setQuery} className="max-w-md" />
      <CategoryNav categories={shown} />
      {shown.length === 0 && <NothingFound query={asked} />}
      <div className="grid grid-cols-1 gap-8">
        {shown.map((category) => (
          <section
            key={category.id}
            id={`c-${category.id}`}
            // Laid out only near the screen; until then as tall as so many products are. Their shadows may reach out of it.
            style={{ "--products": category.products.length } as CSSProperties}
            className="scroll-mt-32 [contain-intrinsic-height:auto_calc(var(--products)*8rem+2.5rem)] [content-visibility:auto] [overflow-clip-margin:1.5rem] md:[contain-intrinsic-height:auto_calc(var(--products)*4.5rem+2.5rem)]"
            aria-labelledby={`h-${category.id}`}
          >
            <h2 id={`h-${category.id}`} className="mb-3 text-xl">
              {category.name}
            </h2>
            <ul className="grid grid-cols-1 gap-3 md:grid-cols-2">
              {category.products.map((product) => (
                <ProductRow
                  key={product.id}
                  product={product}
                  inCart={counts.get(product.id) ?? 0}
                  {...deeds}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {chosen && (
        <ProductSheet
          key={chosen.id}
          product={chosen}
          open={open}
          onClose={() => setOpen(false)}
          onAdd={ask}
        />
      )}
      {waiting && (
        <Confirm
          open
          onClose={() => setWaiting(null)}
          onConfirm={() => add(waiting)}
          title={t("replaceTitle")}
          confirmLabel={t("replaceConfirm")}
          danger={false}
        >
          <p>{t("replaceBody", { from: cart.branch?.vendor_name ?? "", to: branch.vendor_name })}</p>
        </Confirm>
      )}
      {inCart.length > 0 && <CartBar categories={categories} lines={inCart} minimum={minimum} />}
    </div>
  );
}

function productOf(categories: Menu["categories"], id: string | null): MenuProduct | undefined {
  return categories.flatMap(({ products }) => products).find((product) => product.id === id);
}

/** How many of each product, by its id. */
function countsOf(lines: { product_id: string; quantity: number }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { product_id, quantity } of lines) {
    counts.set(product_id, (counts.get(product_id) ?? 0) + quantity);
  }
  return counts;
}

function plainLine(product: MenuProduct): NewLine {
  const { id, name, image_url } = product;
  return { product_id: id, name, image_url, quantity: 1, options: [], note: "" };
}
