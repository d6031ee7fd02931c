"use client";
// Making an account for someone who works for the vendor: name, e-mail, phone and what they do; then the password, once.
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { type ControlProps, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { FirstPassword } from "./first-password";
import { newPassword } from "./password";

type Made = { full_name: string; email: string; password: string };
type Texts = { title: string; create: string; doneText: string };

/** `work` is sent with the person and chosen in `children`, a control labelled `workLabel`. */
export function NewPerson({
  open,
  onClose,
  onCreated,
  path,
  texts,
  work,
  workLabel,
  children,
}: {
  open: boolean;
  onClose: () => void;
  onCreated: () => void;
  path: string;
  texts: Texts;
  work: Record<string, string>;
  workLabel: string;
  children: (control: ControlProps) => ReactNode;
}) {
  const t = useTranslations("vendor.couriers.new");
  const errorText = useErrorText();
  const [made, setMade] = useState<Made | null>(null);
  const [person, setPerson] = useState({ full_name: "", email: "", phone: "" });
  const set = (change: Partial<typeof person>) => setPerson((now) => ({ ...now, ...change }));
  const create = useAction(async () => {
    const password = newPassword();
    const { phone, ...rest } = person;
    const body = { ...rest, ...work, password, ...(phone.trim() && { phone }) };
    setMade({ ...(await api.post<Omit<Made, "password">>(path, body)), password });
    onCreated();
  });
  const failed = create.error instanceof ApiError ? create.error : null;
  function close() {
    setMade(null);
    setPerson({ full_name: "", email: "", phone: "" });
    create.reset();
    onClose();
  }

  return (
    <Sheet
      open={open}
      onClose={close}
      dismissable={made === null} // the password must not vanish by a stray tap
      title={made ? t("doneTitle", { name: made.full_name }) : texts.title}
    >
      {made ? (
        <FirstPassword email={made.email} password={made.password} onDone={close}>
          {texts.doneText}
        </FirstPassword>
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void create.run();
          }}
        >
          <Field label={t("name")} error={failed?.field("full_name")} required>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={120}
                autoComplete="off"
                value={person.full_name}
                onChange={(event) => set({ full_name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t("email")} error={failed?.field("email")} required>
            {(control) => (
              <Input
                {...control}
                required
                type="email"
                autoComplete="off"
                value={person.email}
                onChange={(event) => set({ email: event.target.value })}
              />
            )}
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label={t("phone")} error={failed?.field("phone")}>
              {(control) => (
                <Input
                  {...control}
                  type="tel"
                  autoComplete="off"
                  maxLength={20}
                  value={person.phone}
                  onChange={(event) => set({ phone: event.target.value })}
                />
              )}
            </Field>
            <Field label={workLabel}>{children}</Field>
          </div>
          {Boolean(create.error) && (
            <Notice tone="danger" live>
              {errorText(create.error)}
            </Notice>
          )}
          <Button type="submit" pending={create.pending}>
            {texts.create}
          </Button>
        </form>
      )}
    </Sheet>
  );
}
