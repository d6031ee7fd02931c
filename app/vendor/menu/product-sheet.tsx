"use client";
// Everything about one product, new or known, beside the list.
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Sheet } from "@/components/ui/sheet";
import type { Product } from "@/lib/catalog/products";
import { ProductForm } from "./product-form";

export function ProductSheet({
  open,
  editing,
  onClose,
  ...form
}: {
  open: boolean;
  editing: Product | "new" | null;
  onClose: () => void;
} & Omit<ComponentProps<typeof ProductForm>, "product">) {
  const t = useTranslations("vendor.menu");
  return (
    <Sheet
      open={open}
      onClose={onClose}
      placement="side"
      title={editing === "new" ? t("newProduct") : t("editProduct", { name: editing?.name ?? "" })}
    >
      {editing && <ProductForm {...form} product={editing === "new" ? null : editing} />}
    </Sheet>
  );
}
