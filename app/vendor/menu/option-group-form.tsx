"use client";
// An option group: its name, how many may be chosen, its options in order.
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Stepper } from "@/components/ui/stepper";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { OptionGroup } from "@/lib/catalog/products";
import { bodyOf, emptyOption, groupDraftOf, groupProblem, type OptionDraft } from "./option-group-draft";
import { OptionRow } from "./option-row";

const MOST_OPTIONS = 50; // the API's limits
const MOST_CHOICES = 20;

export function OptionGroupForm({ group, onDone }: { group: OptionGroup | null; onDone: () => void }) {
  const t = useTranslations("vendor.menu.groups");
  const errorText = useErrorText();
  const toast = useToast();
  const [draft, setDraft] = useState(() => groupDraftOf(group));
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const problem = groupProblem(draft);
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }));
  const setOption = (key: number, change: Partial<OptionDraft>) =>
    set({
      options: draft.options.map((option) => (option.key === key ? { ...option, ...change } : option)),
    });
  function moveOption(from: number, to: number) {
    const moved = draft.options[from];
    if (moved) set({ options: draft.options.toSpliced(from, 1).toSpliced(to, 0, moved) });
  }

  const save = useAction(async () => {
    setTried(true);
    if (problem) return;
    const body = bodyOf(draft);
    if (group) await api.put(`/api/vendor/option-groups/${group.id}`, body);
    else await api.post("/api/vendor/option-groups", body);
    toast({ title: t("saved", { name: body.name }), tone: "success" });
    onDone();
  });
  const remove = useAction(async () => {
    if (!group) return;
    await api.delete(`/api/vendor/option-groups/${group.id}`);
    toast({ title: t("deleted", { name: group.name }) });
    onDone();
  });
  const error = save.error ?? remove.error;

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <Field
        label={t("name")}
        hint={t("nameHint")}
        error={tried && problem === "nameMissing" ? t("nameMissing") : undefined}
        required
      >
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <div className="grid gap-1.5">
          <span className="text-sm font-medium">{t("min")}</span>
          <Stepper
            name={t("min")}
            value={draft.min_choices}
            min={0}
            max={MOST_CHOICES}
            onChange={(min_choices) => set({ min_choices })}
          />
        </div>
        <div className="grid gap-1.5">
          <span className="text-sm font-medium">{t("max")}</span>
          <Stepper
            name={t("max")}
            value={draft.max_choices}
            min={1}
            max={MOST_CHOICES}
            onChange={(max_choices) => set({ max_choices })}
          />
        </div>
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t("options")}</legend>
        <ol className="grid gap-2">
          {draft.options.map((option, index) => (
            <OptionRow
              key={option.key}
              option={option}
              number={index + 1}
              tried={tried}
              isLast={index === draft.options.length - 1}
              onChange={(change) => setOption(option.key, change)}
              onMove={(by) => moveOption(index, index + by)}
              onRemove={() => set({ options: draft.options.filter(({ key }) => key !== option.key) })}
            />
          ))}
        </ol>
        <Button
          variant="soft"
          size="sm"
          className="justify-self-start"
          icon={<Plus aria-hidden className="size-4" />}
          disabled={draft.options.length >= MOST_OPTIONS}
          onClick={() => set({ options: [...draft.options, emptyOption(draft.options)] })}
        >
          {t("addOption")}
        </Button>
      </fieldset>
      {tried && problem && problem !== "nameMissing" && (
        <Notice tone="warning" live>
          {t(problem)}
        </Notice>
      )}
      {Boolean(error) && (
        <Notice tone="danger" live>
          {errorText(error)}
        </Notice>
      )}
      <div className="sticky -bottom-4 -mx-5 flex gap-2 border-t border-line bg-surface px-5 py-3">
        {group && (
          <Button
            variant="danger-quiet"
            icon={<Trash2 aria-hidden className="size-4" />}
            onClick={() => setAsking(true)}
          >
            {t("delete")}
          </Button>
        )}
        <Button type="submit" className="ml-auto" pending={save.pending}>
          {t("save")}
        </Button>
      </div>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void remove.run()}
        pending={remove.pending}
        title={t("deleteTitle", { name: group?.name ?? "" })}
        confirmLabel={t("delete")}
      >
        <p>{t("deleteText", { count: group?.product_count ?? 0 })}</p>
      </Confirm>
    </form>
  );
}
