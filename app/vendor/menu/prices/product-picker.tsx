"use client";
// The single products of a price rule: found by name, taken out again, and with `priced` each with its new price.
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Money } from "@/components/ui/money";
import { SearchField } from "@/components/ui/search-field";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Product } from "@/lib/catalog/products";
import type { RuleProduct } from "./rule-draft";

const SHOWN = 8;

export function ProductPicker({
  products,
  priced,
  error,
  onChange,
}: {
  products: RuleProduct[];
  priced: boolean;
  error: string | undefined;
  onChange: (products: RuleProduct[]) => void;
}) {
  const t = useTranslations("prices.form");
  const errorText = useErrorText();
  const id = useId();
  const [query, setQuery] = useState("");
  const found = useResource<{ data: Product[] }>(
    `/api/vendor/products?${new URLSearchParams({ limit: "50", q: query })}`,
  );
  const others = (found.data?.data ?? []).filter(
    (product) => !products.some(({ product_id }) => product_id === product.id),
  );
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2" aria-describedby={error && id}>
      <legend className="mb-1 text-sm font-medium">{t("products")}</legend>
      {products.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line px-3">
          {products.map((product) => (
            <li key={product.product_id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
              <span className="min-w-0 flex-1 basis-32 break-words">
                {product.name} <Money minor={product.regular_minor} className="text-sm text-ink-3" />
              </span>
              {priced && (
                <span className="w-32">
                  <AmountInput
                    aria-label={t("priceOf", { name: product.name })}
                    aria-invalid={error && typeof product.price !== "number" ? true : undefined}
                    value={product.price}
                    onChange={(price) =>
                      onChange(
                        products.map((other) =>
                          other.product_id === product.product_id ? { ...other, price } : other,
                        ),
                      )
                    }
                  />
                </span>
              )}
              <IconButton
                label={t("takeOut", { name: product.name })}
                icon={<X aria-hidden className="size-4" />}
                onClick={() =>
                  onChange(products.filter(({ product_id }) => product_id !== product.product_id))
                }
              />
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p id={id} role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
      <SearchField label={t("search")} pending={found.loading} onSearch={setQuery} />
      {found.error !== null ? (
        <p role="alert" className="text-sm text-danger">
          {errorText(found.error)}
        </p>
      ) : (
        <ul className="flex flex-wrap gap-1.5" aria-live="polite">
          {others.slice(0, SHOWN).map(({ id: product_id, name, price_minor }) => (
            <li key={product_id} className="max-w-full">
              <Button
                variant="secondary"
                size="sm"
                icon={<Plus aria-hidden className="size-4" />}
                data-testid="rule-product"
                onClick={() =>
                  onChange([...products, { product_id, name, regular_minor: price_minor, price: null }])
                }
              >
                <span className="truncate">{name}</span>
              </Button>
            </li>
          ))}
          {found.data && others.length === 0 && <li className="text-sm text-ink-3">{t("noProducts")}</li>}
        </ul>
      )}
    </fieldset>
  );
}
