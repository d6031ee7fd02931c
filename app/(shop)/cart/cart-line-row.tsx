"use client";
// One line of the cart: what, how many, for how much, and the kitchen's note. Its problem stands beneath it with a way out.
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import { Skeleton } from "@/components/ui/skeleton";
import { Stepper } from "@/components/ui/stepper";
import { ShopPicture } from "../shop-picture";
import { type CartLine, MOST_OF_ONE } from "./cart";
import type { Problem } from "./problems";
import { useProblemText } from "./use-problem-text";

/** `total` is the quote's, in kuruş: undefined until known, null when the product is gone; `regular` what it would be without a price rule. */
export function CartLineRow({
  line,
  total,
  regular,
  pending,
  problem,
  onQuantity,
  onNote,
}: {
  line: CartLine;
  total: number | null | undefined;
  regular: number | null | undefined;
  pending: boolean;
  problem: Problem | undefined;
  onQuantity: (quantity: number) => void;
  onNote: (note: string) => void;
}) {
  const t = useTranslations("shop.cart");
  const problemText = useProblemText();
  return (
    <li className="grid grid-cols-[4rem_1fr] gap-x-3.5 gap-y-2 p-4" data-testid="cart-line">
      <ShopPicture src={line.image_url} aspect={1} className="rounded-md" />
      <div className="grid content-start gap-0.5">
        <div className="flex items-start justify-between gap-3">
          <p className="font-medium">{line.name}</p>
          {total === undefined ? (
            <Skeleton className="h-5 w-16" />
          ) : (
            total !== null && (
              <Price
                minor={total}
                regular={regular}
                className={cx("font-semibold", pending && "opacity-50")}
              />
            )
          )}
        </div>
        {line.options.length > 0 && (
          <p className="text-sm text-ink-2">{line.options.map(({ name }) => name).join(", ")}</p>
        )}
        <div className="mt-1.5 flex flex-wrap items-center justify-between gap-2">
          <Note note={line.note} onNote={onNote} />
          <Stepper
            value={line.quantity}
            min={0}
            max={MOST_OF_ONE}
            name={line.name}
            onChange={onQuantity}
            className="ml-auto"
          />
        </div>
      </div>
      {problem && (
        <Notice
          tone="danger"
          live
          className="col-span-2"
          action={
            <Button
              variant="secondary"
              size="sm"
              onClick={() => onQuantity(problem.code === "OUT_OF_STOCK" ? line.quantity - 1 : 0)}
            >
              {problem.code === "OUT_OF_STOCK" && line.quantity > 1 ? t("oneLess") : t("remove")}
            </Button>
          }
        >
          {problemText(problem)}
        </Notice>
      )}
    </li>
  );
}

function Note({ note, onNote }: { note: string; onNote: (note: string) => void }) {
  const t = useTranslations("shop.cart");
  const id = useId();
  const [editing, setEditing] = useState(false);
  if (!editing) {
    return (
      <button
        type="button"
        onClick={() => setEditing(true)}
        className="inline-flex min-h-control min-w-0 items-center gap-1.5 rounded-md text-left text-sm text-ink-2 hover:text-ink"
      >
        <Pencil aria-hidden className="size-3.5 shrink-0" />
        <span className={cx("line-clamp-2", note && "italic")}>{note || t("addNote")}</span>
      </button>
    );
  }
  return (
    <form
      className="min-w-40 flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        setEditing(false);
        onNote(String(new FormData(event.currentTarget).get("note") ?? ""));
      }}
    >
      <label htmlFor={id} className="sr-only">
        {t("note")}
      </label>
      <Input
        id={id}
        name="note"
        defaultValue={note}
        maxLength={200}
        autoFocus
        placeholder={t("noteExample")}
        onBlur={(event) => event.currentTarget.form?.requestSubmit()}
      />
    </form>
  );
}
