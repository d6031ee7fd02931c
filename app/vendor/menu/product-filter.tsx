"use client";
// Finding products: by what is typed, by category.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Select } from "@/components/ui/input";
import { SearchField } from "@/components/ui/search-field";
import type { Category } from "@/lib/catalog/products";

/** `category` is an id, "" for all; `children` stand beside the choice of it. */
export function ProductFilter({
  categories,
  category,
  onCategory,
  pending,
  onSearch,
  children,
}: {
  categories: Category[];
  category: string;
  onCategory: (id: string) => void;
  pending: boolean;
  onSearch: (text: string) => void;
  children: ReactNode;
}) {
  const t = useTranslations("vendor.menu");
  return (
    <div className="grid gap-2 sm:flex sm:flex-wrap">
      <SearchField
        label={t("search")}
        pending={pending}
        onSearch={onSearch}
        className="sm:min-w-64 sm:flex-1"
      />
      <div className="flex gap-2">
        <Select
          aria-label={t("category")}
          value={category}
          onChange={(event) => onCategory(event.target.value)}
          className="min-w-0 flex-1 sm:w-52"
        >
          <option value="">{t("allCategories")}</option>
          {categories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        {children}
      </div>
    </div>
  );
}
