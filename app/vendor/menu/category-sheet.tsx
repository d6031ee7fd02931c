"use client";
// Naming a category, new or known.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Sheet } from "@/components/ui/sheet";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Category } from "@/lib/catalog/products";

export function CategorySheet({
  editing,
  nextPosition,
  onClose,
  onSaved,
}: {
  editing: Category | "new" | null;
  nextPosition: number;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useTranslations("vendor.menu.categories");
  const known = editing === "new" ? null : editing;
  return (
    <Sheet
      open={editing !== null}
      onClose={onClose}
      title={known ? t("rename", { name: known.name }) : t("new")}
    >
      <CategoryForm known={known} nextPosition={nextPosition} onSaved={onSaved} />
    </Sheet>
  );
}

function CategoryForm({
  known,
  nextPosition,
  onSaved,
}: {
  known: Category | null;
  nextPosition: number;
  onSaved: () => void;
}) {
  const t = useTranslations("vendor.menu.categories");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const [name, setName] = useState(known?.name ?? "");
  const save = useAction(async () => {
    if (known) await api.patch(`/api/vendor/categories/${known.id}`, { name });
    else await api.post("/api/vendor/categories", { name, position: nextPosition });
    onSaved();
  });
  const fieldError = save.error instanceof ApiError ? save.error.field("name") : undefined;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <Field
        label={t("name")}
        error={fieldError ?? (save.error ? errorText(save.error) : undefined)}
        required
      >
        {(control) => (
          <Input
            {...control}
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" pending={save.pending} className="justify-self-end">
        {common("save")}
      </Button>
    </form>
  );
}
