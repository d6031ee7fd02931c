"use client";
// A coupon's fields. The sentence of what is wrong stands at its field; a code that is taken, the server says.
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ApiError, api } from "@/lib/browser/api";
import { focusFirstInvalid } from "@/lib/browser/first-invalid";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Coupon } from "@/lib/promotions/schema";
import { bodyOf, type CouponDraft, NEW_COUPON, problemsOf } from "./coupon-draft";

const KINDS = ["percentage", "amount", "free_delivery"] as const;

export function CouponForm({
  path,
  platform,
  onSaved,
}: {
  path: string;
  platform: boolean;
  onSaved: (coupon: Coupon) => void;
}) {
  const t = useTranslations("promotions.form");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<CouponDraft>(NEW_COUPON);
  const [tried, setTried] = useState(false);
  const set = <F extends keyof CouponDraft>(field: F, value: CouponDraft[F]) =>
    setDraft((now) => ({ ...now, [field]: value }));
  const problems = tried ? problemsOf(draft, Date.now()) : {};
  const save = useAction(async () => onSaved(await api.post<Coupon>(path, bodyOf(draft))));
  const failed = save.error instanceof ApiError ? save.error : null;
  const isTaken = failed?.field("code") !== undefined;
  const isShopGone = failed?.code === "NOT_FOUND";

  async function submit() {
    setTried(true);
    if (Object.keys(problemsOf(draft, Date.now())).length === 0) await save.run();
    focusFirstInvalid(form.current);
  }
  const said = (field: keyof typeof problems) => {
    const problem = problems[field];
    return problem && t(problem);
  };
  const typed = (field: "percent" | "person_limit" | "total_limit", label: string, suffix?: ReactNode) => (
    <Field label={label} error={said(field)} {...(field !== "percent" && { optional: common("optional") })}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          suffix={suffix}
          value={draft[field]}
          onChange={(event) => set(field, event.target.value)}
        />
      )}
    </Field>
  );
  const amount = (field: "amount" | "cap" | "minimum", label: string) => (
    <Field label={label} error={said(field)} {...(field !== "amount" && { optional: common("optional") })}>
      {(control) => <AmountInput {...control} value={draft[field]} onChange={(minor) => set(field, minor)} />}
    </Field>
  );
  const time = (field: "starts" | "ends", label: string, error?: string) => (
    <Field label={label} optional={common("optional")} error={error}>
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          value={draft[field]}
          onChange={(event) => set(field, event.target.value)}
        />
      )}
    </Field>
  );

  return (
    <form
      ref={form}
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label={t("code")}
        hint={t("codeHint")}
        error={said("code") ?? (isTaken ? t("codeTaken") : undefined)}
        required
      >
        {(control) => (
          <Input
            {...control}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={24}
            value={draft.code}
            onChange={(event) => set("code", event.target.value)}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t("kind")}</legend>
        <div className="grid gap-x-4 sm:grid-cols-3">
          {KINDS.map((kind) => (
            <Radio
              key={kind}
              name="kind"
              label={t(`kinds.${kind}`)}
              checked={draft.kind === kind}
              onChange={() => set("kind", kind)}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {draft.kind === "percentage" && typed("percent", t("percent"), "%")}
        {draft.kind === "percentage" && amount("cap", t("cap"))}
        {draft.kind === "amount" && amount("amount", t("amount"))}
        {amount("minimum", t("minimum"))}
        {typed("person_limit", t("personLimit"))}
        {typed("total_limit", t("totalLimit"))}
        {time("starts", t("starts"))}
        {time("ends", t("ends"), said("ends"))}
      </div>
      {platform && (
        <Field
          label={t("vendor")}
          hint={t("vendorHint")}
          optional={common("optional")}
          error={isShopGone ? t("vendorGone") : undefined}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              value={draft.vendor_slug}
              onChange={(event) => set("vendor_slug", event.target.value)}
            />
          )}
        </Field>
      )}
      {save.error !== null && !isTaken && !isShopGone && (
        <Notice tone="danger" live>
          {errorText(save.error)}
        </Notice>
      )}
      <Button type="submit" pending={save.pending} data-testid="coupon-save">
        {common("save")}
      </Button>
    </form>
  );
}
