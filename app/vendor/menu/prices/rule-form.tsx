"use client";
// A price rule's fields, in the order in which one would say it: what is taken off, of what, when, where; and what that makes of prices.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ApiError, api, savedMeanwhile } from "@/lib/browser/api";
import { focusFirstInvalid } from "@/lib/browser/first-invalid";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { PriceRule } from "@/lib/catalog/price-rules";
import type { Named } from "../named";
import { CheckList } from "./check-list";
import { PricePreview } from "./price-preview";
import { ProductPicker } from "./product-picker";
import { bodyOf, draftOf, NEW_RULE, problemsOf, type RuleDraft, scopeOf } from "./rule-draft";
import { RuleTimes } from "./rule-times";

const SCOPES = ["menu", "categories", "products"] as const;

/** `onSaved` gets the rule as it was kept. */
export function RuleForm({
  rule,
  categories,
  branches,
  onSaved,
}: {
  rule: PriceRule | null;
  categories: Named[];
  branches: Named[];
  onSaved: (rule: PriceRule) => void;
}) {
  const t = useTranslations("prices.form");
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<RuleDraft>(() => (rule ? draftOf(rule) : NEW_RULE));
  const [tried, setTried] = useState(false);
  const [version, setVersion] = useState(rule?.version);
  const set = (change: Partial<RuleDraft>) => setDraft((now) => ({ ...now, ...change }));
  const problems = tried ? problemsOf(draft) : {};
  const said = (field: keyof typeof problems) => {
    const problem = problems[field];
    return problem && t(problem);
  };
  const scope = scopeOf(draft);

  const save = useAction(async (body: NonNullable<ReturnType<typeof bodyOf>>) => {
    const path = "/api/vendor/price-rules";
    try {
      onSaved(
        await (rule
          ? api.patch<PriceRule>(`${path}/${rule.id}`, { ...body, version })
          : api.post<PriceRule>(path, body)),
      );
    } catch (error) {
      const current = savedMeanwhile<PriceRule>(error);
      if (current) setVersion(current.version); // saving again is then meant
      throw error;
    }
  });
  const isOld = save.error instanceof ApiError && save.error.code === "VERSION_CONFLICT";

  async function submit() {
    setTried(true);
    const body = bodyOf(draft);
    if (body) await save.run(body);
    focusFirstInvalid(form.current);
  }

  return (
    <form
      ref={form}
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={t("name")} hint={t("nameHint")} error={said("name")} required>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            autoComplete="off"
            placeholder={t("nameExample")}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-sm font-medium">{t("gives")}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {(["percent", "price"] as const).map((gives) => (
            <Radio
              key={gives}
              name="gives"
              label={t(`ways.${gives}`)}
              checked={draft.gives === gives}
              onChange={() => set({ gives })}
            />
          ))}
        </div>
        {draft.gives === "percent" && (
          <Field label={t("percent")} error={said("percent")} className="max-w-40">
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                suffix="%"
                value={draft.percent}
                onChange={(event) => set({ percent: event.target.value })}
              />
            )}
          </Field>
        )}
      </fieldset>
      {draft.gives === "percent" && (
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t("scope")}</legend>
          <div className="grid gap-x-4 sm:grid-cols-3">
            {SCOPES.map((each) => (
              <Radio
                key={each}
                name="scope"
                label={t(`scopes.${each}`)}
                checked={scope === each}
                onChange={() => set({ scope: each })}
              />
            ))}
          </div>
        </fieldset>
      )}
      {scope === "categories" && (
        <CheckList
          legend={t("categories")}
          items={categories}
          chosen={draft.category_ids}
          error={said("categories")}
          onChange={(category_ids) => set({ category_ids })}
        />
      )}
      {scope === "products" && (
        <ProductPicker
          products={draft.products}
          priced={draft.gives === "price"}
          error={said("products")}
          onChange={(products) => set({ products })}
        />
      )}
      <RuleTimes draft={draft} set={set} weekdaysError={said("weekdays")} untilError={said("until")} />
      {branches.length > 1 && (
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-sm font-medium">{t("where")}</legend>
          <div className="grid gap-x-4 sm:grid-cols-2">
            <Radio
              name="where"
              label={t("everyBranch")}
              checked={draft.branch_ids === null}
              onChange={() => set({ branch_ids: null })}
            />
            <Radio
              name="where"
              label={t("someBranches")}
              checked={draft.branch_ids !== null}
              onChange={() => set({ branch_ids: [] })}
            />
          </div>
          {draft.branch_ids && (
            <CheckList
              legend={t("someBranches")}
              hideLegend
              items={branches}
              chosen={draft.branch_ids}
              error={said("branches")}
              onChange={(branch_ids) => set({ branch_ids })}
            />
          )}
        </fieldset>
      )}
      <PricePreview draft={draft} />
      {save.error !== null && (
        <Notice tone={isOld ? "warning" : "danger"} live>
          {isOld ? t("changedMeanwhile") : errorText(save.error)}
        </Notice>
      )}
      <Button type="submit" pending={save.pending} className="justify-self-end" data-testid="rule-save">
        {t("save")}
      </Button>
    </form>
  );
}
