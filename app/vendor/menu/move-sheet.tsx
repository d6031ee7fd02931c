"use client";
// Into which category the chosen products go, to its end.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Sheet } from "@/components/ui/sheet";
import type { Category } from "@/lib/catalog/products";

export function MoveSheet({
  open,
  onClose,
  count,
  categories,
  pending,
  onMove,
}: {
  open: boolean;
  onClose: () => void;
  count: number;
  categories: Category[];
  pending: boolean;
  onMove: (category: string) => void;
}) {
  const t = useTranslations("vendor.menu.bulk");
  const menu = useTranslations("vendor.menu");
  const [category, setCategory] = useState(categories[0]?.id ?? "");
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("moveTitle", { count })}
      footer={
        <Button pending={pending} onClick={() => onMove(category)}>
          {t("move")}
        </Button>
      }
    >
      <Field label={menu("category")}>
        {(control) => (
          <Select {...control} value={category} onChange={(event) => setCategory(event.target.value)}>
            {categories.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </Sheet>
  );
}
