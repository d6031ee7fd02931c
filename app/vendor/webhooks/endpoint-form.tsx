"use client";
// An endpoint's address and what it is told.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ApiError, api } from "@/lib/browser/api";
import { focusFirstInvalid } from "@/lib/browser/first-invalid";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Endpoint, EndpointWithSecret } from "@/lib/webhooks/schema";

// Not the schema's own list: that would bring zod into the browser.
const EVENT_TYPES = [
  "order.created",
  "order.status_changed",
  "order.courier_assigned",
  "order.refunded",
] as const satisfies Endpoint["event_types"];

export function EndpointForm({
  endpoint,
  onSaved,
}: {
  endpoint?: Endpoint;
  onSaved: (endpoint: Endpoint | EndpointWithSecret) => void;
}) {
  const t = useTranslations("webhooks");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [url, setUrl] = useState(endpoint?.url ?? "https://");
  const [description, setDescription] = useState(endpoint?.description ?? "");
  const [types, setTypes] = useState<Endpoint["event_types"]>(endpoint?.event_types ?? [...EVENT_TYPES]);
  const [checked, setChecked] = useState(false);

  const save = useAction(async () => {
    const body = { url: url.trim(), description, event_types: types };
    onSaved(
      endpoint
        ? await api.patch<Endpoint>(`/api/vendor/webhooks/${endpoint.id}`, body)
        : await api.post<EndpointWithSecret>("/api/vendor/webhooks", body),
    );
  });
  const refused = save.error instanceof ApiError && save.error.field("url") !== undefined;

  return (
    <form
      ref={form}
      noValidate // our words, not the browser's
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (types.length > 0) void save.run().then(() => focusFirstInvalid(form.current));
      }}
    >
      <Field
        label={t("form.url")}
        hint={t("form.urlHint")}
        error={refused ? t("form.urlRefused") : undefined}
        required
      >
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("form.description")} hint={t("form.descriptionHint")} optional={common("optional")}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={100}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-sm font-medium">{t("form.events")}</legend>
        {EVENT_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={t(`event.${type}`)}
            hint={t(`form.eventHint.${type}`)}
            checked={types.includes(type)}
            onChange={({ target }) =>
              setTypes((now) =>
                EVENT_TYPES.filter((each) => (each === type ? target.checked : now.includes(each))),
              )
            }
          />
        ))}
        {checked && types.length === 0 && (
          <p role="alert" className="text-sm font-medium text-danger">
            {t("form.eventsNone")}
          </p>
        )}
      </fieldset>
      {save.error !== null && !refused && (
        <Notice tone="danger" live>
          {errorText(save.error)}
        </Notice>
      )}
      <Button type="submit" data-testid="webhook-save" pending={save.pending}>
        {common("save")}
      </Button>
    </form>
  );
}
