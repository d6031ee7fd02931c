"use client";
// Choosing a product's options, quantity and note. The button says what it costs and, when it cannot be added, what is missing.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { Sheet } from "@/components/ui/sheet";
import { Stepper } from "@/components/ui/stepper";
import { scrolling } from "@/lib/browser/motion";
import type { MenuProduct } from "@/lib/catalog/schema";
import type { NewLine } from "../../cart/cart";
import { ShopPicture } from "../../shop-picture";
import { OptionGroup } from "./option-group";
import { ProductPrice } from "./product-price";

/** `onAdd` gets the finished line. */
export function ProductSheet({
  product,
  open,
  onClose,
  onAdd,
}: {
  product: MenuProduct;
  open: boolean;
  onClose: () => void;
  onAdd: (line: NewLine) => void;
}) {
  const t = useTranslations("shop.menu");
  const allergenName = useTranslations("common.allergen");
  const locale = useLocale();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => preselected(product));
  const [quantity, setQuantity] = useState(1);
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const body = useRef<HTMLDivElement>(null);

  const options = product.option_groups.flatMap((group) => group.options).filter(({ id }) => chosen.has(id));
  const unit = Math.max(
    0,
    product.price_minor + options.reduce((sum, option) => sum + option.price_delta_minor, 0),
  );
  const short = product.option_groups.find((group) => countIn(group, chosen) < group.min_choices);

  function add() {
    setTried(true);
    if (short) {
      body.current
        ?.querySelector(`#g-${CSS.escape(short.id)}`)
        ?.scrollIntoView({ block: "center", behavior: scrolling() });
      body.current
        ?.querySelector<HTMLInputElement>(`#g-${CSS.escape(short.id)} input`)
        ?.focus({ preventScroll: true });
      return;
    }
    onAdd({
      product_id: product.id,
      name: product.name,
      image_url: product.image_url,
      quantity,
      options: options.map(({ id, name }) => ({ id, name })),
      note: note.trim(),
    });
    setTried(false);
    setQuantity(1);
    setNote("");
    setChosen(preselected(product));
  }

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={product.name}
      footer={
        <div className="flex w-full items-center gap-3">
          <Stepper value={quantity} onChange={setQuantity} name={product.name} />
          <Button full size="lg" onClick={add} className="min-w-0 flex-1 px-3!">
            {t("add")} · <Money minor={unit * quantity} />
          </Button>
        </div>
      }
    >
      <div ref={body} className="grid gap-5">
        <div className="flex items-center gap-4">
          <ShopPicture src={product.image_url} aspect={1} eager className="w-28 shrink-0 rounded-lg" />
          <div className="grid gap-1.5">
            <p className="text-ink-2">{product.description}</p>
            <p className="flex flex-wrap items-center gap-2">
              <ProductPrice product={product} className="text-lg font-semibold" />
            </p>
          </div>
        </div>
        {product.allergens.length > 0 && (
          <p className="text-sm">
            <span className="font-semibold">{t("allergens")}</span>{" "}
            {new Intl.ListFormat(locale, { type: "conjunction" }).format(
              product.allergens.map((allergen) => allergenName(allergen)),
            )}
          </p>
        )}
        {product.option_groups.map((group) => (
          <OptionGroup
            key={group.id}
            group={group}
            chosen={chosen}
            missing={tried && countIn(group, chosen) < group.min_choices}
            onChange={setChosen}
          />
        ))}
        <Field label={t("note")}>
          {(control) => (
            <Input
              {...control}
              value={note}
              maxLength={200}
              placeholder={t("noteExample")}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Sheet>
  );
}

/** The first option where one must be chosen and it costs nothing more: nobody should tap what is obvious. */
function preselected(product: MenuProduct): Set<string> {
  const first = product.option_groups
    .filter((group) => group.min_choices === 1 && group.max_choices === 1)
    .map((group) => group.options[0])
    .filter((option) => option?.price_delta_minor === 0);
  return new Set(first.flatMap((option) => (option ? [option.id] : [])));
}

function countIn(group: MenuProduct["option_groups"][number], chosen: ReadonlySet<string>): number {
  return group.options.filter(({ id }) => chosen.has(id)).length;
}
