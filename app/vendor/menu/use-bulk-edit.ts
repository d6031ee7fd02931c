"use client";
// One change to many products, in one request that is done whole or not at all, and its way back.
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { EditedProducts, ProductEdits } from "@/lib/catalog/menu-desk";
import type { Product } from "@/lib/catalog/products";

type Changes = Omit<ProductEdits["products"][number], "id" | "version">;

/** `onEdited` is given what the products are now; `reload` is called when the list on screen turned out to be old. */
export function useBulkEdit({
  onEdited,
  reload,
}: {
  onEdited: (edited: EditedProducts["data"]) => void;
  reload: () => Promise<void>;
}) {
  const t = useTranslations("vendor.menu.bulk");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();

  async function send(products: ProductEdits["products"]): Promise<EditedProducts["data"] | null> {
    try {
      const { data } = await api.patch<EditedProducts>("/api/vendor/products", { products });
      onEdited(data);
      return data;
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
      if (error instanceof ApiError && ["VERSION_CONFLICT", "NOT_FOUND"].includes(error.code)) await reload();
      return null;
    }
  }

  const edit = useAction(async (products: Product[], change: (product: Product) => Changes) => {
    const edited = await send(products.map((one) => ({ id: one.id, version: one.version, ...change(one) })));
    if (!edited) throw new Error("refused, and said so");
    const versions = new Map(edited.map(({ id, version }) => [id, version]));
    const undo = products.map((one) => ({
      id: one.id,
      version: versions.get(one.id),
      price_minor: one.price_minor,
      available: one.available,
      category_id: one.category_id,
      position: one.position,
    }));
    toast({
      title: t("done", { count: products.length }),
      tone: "success",
      action: { label: common("undo"), run: () => void send(undo) },
    });
  });
  return edit;
}
