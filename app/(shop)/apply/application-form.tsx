"use client";
// The application: the business, its papers, its place. The server's checks are the rules; each answer stands at its field.
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ComponentProps, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Paper } from "@/lib/identity/paper-schema";
import { BUSINESS_TYPES } from "../business-types";
import { BusinessPlace, type PlaceDraft } from "./business-place";
import { Papers } from "./papers";

type TextField =
  | "business_name"
  | "legal_name"
  | "tax_number"
  | "tax_office"
  | "iban"
  | "contact_name"
  | "contact_phone"
  | "address_text"
  | "note";

/** `name` and `phone` start the contact fields; `papers` have been sent already. */
export function ApplicationForm({ name, phone, papers }: { name: string; phone: string; papers: Paper[] }) {
  const t = useTranslations("shop.apply");
  const business = useTranslations("shop.businessType");
  const c = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [texts, setTexts] = useState<Record<TextField, string>>({
    business_name: "",
    legal_name: "",
    tax_number: "",
    tax_office: "",
    iban: "",
    contact_name: name,
    contact_phone: phone,
    address_text: "",
    note: "",
  });
  const [type, setType] = useState("restaurant");
  const [place, setPlace] = useState<PlaceDraft>({ district_id: null, point: null });
  const [sent, setSent] = useState({ texts, place });

  const send = useAction(async () => {
    setSent({ texts, place });
    try {
      await api.post("/api/vendor/applications", {
        ...texts,
        business_type: type,
        district_id: place.district_id ?? 0,
        lat: place.point?.lat,
        lng: place.point?.lng,
      });
      toast({ title: t("sent"), tone: "success" });
      router.refresh();
      window.scrollTo({ top: 0 });
    } catch (error) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      throw error;
    }
  });

  const refused =
    send.error instanceof ApiError && send.error.code === "VALIDATION_ERROR" ? send.error : null;
  // What was refused is what was sent: an error goes when its field changes.
  const wrong = (field: TextField | "district_id" | "lat") => {
    const changed =
      field === "district_id" || field === "lat" ? place !== sent.place : texts[field] !== sent.texts[field];
    if (changed || !refused?.field(field)) return undefined;
    const waiting = field === "business_name" && texts.business_name.trim().length >= 2;
    return waiting ? t("invalid.waiting") : t(`invalid.${field}`);
  };
  const text = (field: TextField, props: ComponentProps<typeof Input> = {}, hint?: string) => (
    <Field label={t(field)} hint={hint} error={wrong(field)} required>
      {(control) => (
        <Input
          {...props}
          {...control}
          name={field}
          value={texts[field]}
          onChange={(event) => setTexts((now) => ({ ...now, [field]: event.target.value }))}
        />
      )}
    </Field>
  );

  return (
    <form
      ref={form}
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void send.run();
      }}
    >
      {send.error !== null && (
        <Notice tone="danger" live>
          {errorText(send.error)}
        </Notice>
      )}
      <Card className="grid gap-4">
        <SectionHeading title={t("business")} />
        <div className="grid gap-4 sm:grid-cols-2">
          {text("business_name", { autoComplete: "organization" })}
          <Field label={t("business_type")} required>
            {(control) => (
              <Select
                {...control}
                name="business_type"
                value={type}
                onChange={(event) => setType(event.target.value)}
              >
                {[...BUSINESS_TYPES.map((kind) => kind.type), "other" as const].map((kind) => (
                  <option key={kind} value={kind}>
                    {business(kind)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {text("contact_name", { autoComplete: "name" })}
          {text("contact_phone", { type: "tel", inputMode: "tel", autoComplete: "tel" })}
        </div>
      </Card>
      <Card className="grid gap-4">
        <SectionHeading title={t("papers")} hint={t("papersHint")} />
        <div className="grid gap-4 sm:grid-cols-2">
          {text("legal_name")}
          {text("tax_office")}
          {text("tax_number", { inputMode: "numeric", maxLength: 11 }, t("tax_numberHint"))}
          {text("iban", { autoCapitalize: "characters", spellCheck: false, maxLength: 40 }, t("ibanHint"))}
        </div>
        <Papers initial={papers} open />
      </Card>
      <Card className="grid gap-4">
        <SectionHeading title={t("place")} />
        <BusinessPlace
          value={place}
          onChange={setPlace}
          districtError={wrong("district_id")}
          pointError={wrong("lat")}
        />
        {text("address_text", { autoComplete: "street-address" })}
        <Field label={t("note")} optional={c("optional")} error={wrong("note")}>
          {(control) => (
            <Textarea
              {...control}
              maxLength={1000}
              value={texts.note}
              onChange={(event) => setTexts((now) => ({ ...now, note: event.target.value }))}
            />
          )}
        </Field>
      </Card>
      <Button type="submit" size="lg" pending={send.pending} className="justify-self-start">
        {t("send")}
      </Button>
    </form>
  );
}
