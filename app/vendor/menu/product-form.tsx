"use client";
// Everything about a product. A change someone else saved meanwhile is never overwritten silently.
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Checkbox, Switch } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { ApiError, api, savedMeanwhile } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Category, Product } from "@/lib/catalog/products";
import { ConflictNotice } from "../_forms/conflict-notice";
import { PicturePicker } from "../_pictures/picture-picker";
import { AllergenFields } from "./allergen-fields";
import type { Named } from "./named";
import { changedFields, draftOf, editsOf, type ProductDraft, problemsOf } from "./product-draft";

export function ProductForm({
  product,
  startCategory,
  categories,
  groups,
  pictures,
  onSaved,
  onRemove,
}: {
  product: Product | null;
  startCategory: string;
  categories: Category[];
  groups: Named[];
  pictures: string[];
  onSaved: (product: Product, isNew: boolean) => void;
  onRemove: (product: Product) => void;
}) {
  const t = useTranslations("vendor.menu");
  const errorText = useErrorText();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(product, startCategory));
  const [base, setBase] = useState(product);
  const [theirs, setTheirs] = useState<Product | null>(null);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const problems = problemsOf(draft);
  const set = (change: Partial<ProductDraft>) => setDraft((now) => ({ ...now, ...change }));

  const save = useAction(async (version: number | undefined) => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    try {
      const kept = base
        ? await api.patch<Product>(`/api/vendor/products/${base.id}`, { ...editsOf(base, draft), version })
        : await api.post<Product>("/api/vendor/products", draft);
      toast({ title: t("form.saved", { name: kept.name }), tone: "success" });
      onSaved(kept, base === null);
    } catch (error) {
      const current = savedMeanwhile<Product>(error);
      if (!current) throw error;
      setTheirs(current);
    }
  });
  const failed = save.error instanceof ApiError ? save.error : null;
  const problem = (name: keyof typeof problems) => {
    const known = problems[name];
    return (tried && known ? t(`form.${known}`) : undefined) ?? failed?.field(name);
  };

  function takeTheirs() {
    if (!theirs) return;
    setBase(theirs);
    setDraft(draftOf(theirs, startCategory));
    setTheirs(null);
  }

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(base?.version);
      }}
    >
      {theirs && base && (
        <ConflictNotice
          onTakeTheirs={takeTheirs}
          onKeepMine={() => void save.run(theirs.version)}
          pending={save.pending}
        >
          {t("conflict.product", {
            fields: changedFields(base, theirs)
              .map((field) => t(`fields.${field}`))
              .join(", "),
          })}
        </ConflictNotice>
      )}
      <Field label={t("form.name")} error={problem("name")} required>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("form.price")} error={problem("price_minor")} required>
          {(control) => (
            <AmountInput
              {...control}
              value={draft.price_minor}
              onChange={(price_minor) => set({ price_minor })}
            />
          )}
        </Field>
        <Field label={t("category")} error={problem("category_id")} required>
          {(control) => (
            <Select
              {...control}
              value={draft.category_id}
              onChange={(event) => set({ category_id: event.target.value })}
            >
              {categories.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field
        label={t("form.makeMinutes")}
        hint={t("form.makeMinutesHint")}
        error={failed?.field("make_minutes")}
      >
        {(control) => (
          <Input
            {...control}
            type="number"
            inputMode="numeric"
            min={0}
            max={240}
            step={1}
            suffix={t("form.minutes")}
            value={draft.make_minutes}
            onChange={(event) => {
              const minutes = event.target.valueAsNumber;
              set({
                make_minutes: Number.isNaN(minutes) ? 0 : Math.min(Math.max(Math.trunc(minutes), 0), 240),
              });
            }}
          />
        )}
      </Field>
      <Field label={t("form.description")} error={failed?.field("description")}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={draft.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
      <PicturePicker
        value={draft.image_url}
        aspect={1}
        pictures={pictures}
        error={problem("image_url")}
        onSending={setSending}
        onChange={(image_url) => set({ image_url })}
      />
      <Switch
        label={t("available")}
        hint={t("form.availableHint")}
        checked={draft.available}
        onChange={(event) => set({ available: event.target.checked })}
      />
      <AllergenFields value={draft.allergens} onChange={(allergens) => set({ allergens })} />
      <fieldset>
        <legend className="text-sm font-medium">{t("form.groups")}</legend>
        {groups.length === 0 && <p className="text-sm text-ink-3">{t("form.noGroups")}</p>}
        <div className="grid sm:grid-cols-2">
          {groups.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={draft.option_group_ids.includes(id)}
              onChange={(event) =>
                set({
                  option_group_ids: event.target.checked
                    ? [...draft.option_group_ids, id]
                    : draft.option_group_ids.filter((other) => other !== id),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      {Boolean(save.error) && (
        <Notice tone="danger" live>
          {errorText(save.error)}
        </Notice>
      )}
      <div className="sticky -bottom-4 -mx-5 flex gap-2 border-t border-line bg-surface px-5 py-3">
        {base && (
          <Button
            variant="danger-quiet"
            icon={<Trash2 aria-hidden className="size-4" />}
            onClick={() => onRemove(base)}
          >
            {t("form.delete")}
          </Button>
        )}
        <Button type="submit" className="ml-auto" pending={save.pending || sending}>
          {t("form.save")}
        </Button>
      </div>
    </form>
  );
}
