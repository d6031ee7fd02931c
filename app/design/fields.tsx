"use client";
// What is filled in: text controls in a Field, amounts, choices, the search box.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Amount, AmountInput } from "@/components/ui/amount-input";
import { Checkbox, Radio, Switch } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { SearchField } from "@/components/ui/search-field";
import { Specimen } from "./specimen";

export function Fields() {
  const t = useTranslations("design");
  const [amount, setAmount] = useState<Amount>(12_550);
  const columns = "grid gap-4 sm:grid-cols-2 lg:grid-cols-3";
  return (
    <>
      <Specimen name="Field · Input" wide>
        <div className={columns}>
          <Field label={t("state.normal")} hint={t("fields.hint")} required>
            {(control) => <Input {...control} placeholder={t("fields.placeholder")} />}
          </Field>
          <Field label={t("state.focused")}>
            {(control) => <Input {...control} data-focused defaultValue={t("person")} />}
          </Field>
          <Field label={t("state.wrong")} error={t("fields.error")}>
            {(control) => <Input {...control} defaultValue="0 5xx" inputMode="tel" />}
          </Field>
          <Field label={t("state.disabled")} optional={t("fields.optional")}>
            {(control) => <Input {...control} disabled defaultValue={t("dish")} />}
          </Field>
          <Field label={t("fields.withUnit")}>
            {(control) => (
              <Input {...control} suffix={t("fields.unit")} defaultValue="25" inputMode="numeric" />
            )}
          </Field>
          <Field label="AmountInput">
            {(control) => <AmountInput {...control} value={amount} onChange={setAmount} />}
          </Field>
        </div>
      </Specimen>
      <Specimen name="Select · Textarea" wide>
        <div className={columns}>
          <Field label={t("state.normal")}>
            {(control) => (
              <Select {...control}>
                <option>{t("person")}</option>
                <option>{t("dish")}</option>
              </Select>
            )}
          </Field>
          <Field label={t("state.wrong")} error={t("fields.error")}>
            {(control) => (
              <Select {...control}>
                <option>{t("fields.placeholder")}</option>
              </Select>
            )}
          </Field>
          <Field label={t("fields.several")}>
            {(control) => <Textarea {...control} defaultValue={t("fields.note")} />}
          </Field>
        </div>
      </Specimen>
      <Specimen name="Checkbox · Radio · Switch" wide>
        <div className={columns}>
          <div>
            <Checkbox label={t("state.on")} hint={t("fields.hint")} defaultChecked />
            <Checkbox label={t("longName")} trailing={<Money minor={1_500} signed />} />
            <Checkbox label={t("state.disabled")} disabled />
          </div>
          <fieldset>
            <legend className="sr-only">Radio</legend>
            <Radio name="design" label={t("state.on")} hint={t("fields.hint")} defaultChecked />
            <Radio name="design" label={t("longName")} />
            <Radio name="design" label={t("state.disabled")} disabled />
          </fieldset>
          <div>
            <Switch label={t("state.on")} hint={t("fields.hint")} defaultChecked />
            <Switch label={t("state.off")} />
            <Switch label={t("state.disabled")} disabled />
          </div>
        </div>
      </Specimen>
      <Specimen name="SearchField" wide>
        <div className={columns}>
          <SearchField label={t("fields.search")} onSearch={() => undefined} />
          <SearchField label={t("state.busy")} initial={t("dish")} pending onSearch={() => undefined} />
        </div>
      </Specimen>
    </>
  );
}
