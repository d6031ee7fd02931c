"use client";
// Adding a courier: an account is made for them with a password that is shown once, here, and nowhere again.
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Courier } from "@/lib/couriers/schema";
import { newPassword } from "./password";

const vehicles = ["scooter", "bicycle", "car", "on_foot"] as const;

export function NewCourier({
  open,
  onClose,
  onCreated,
}: {
  open: boolean;
  onClose: () => void;
  onCreated: () => void;
}) {
  const t = useTranslations("vendor.couriers.new");
  const [made, setMade] = useState<{ courier: Courier; password: string } | null>(null);
  function close() {
    setMade(null);
    onClose();
  }
  return (
    <Sheet
      open={open}
      onClose={close}
      dismissable={made === null} // the password must not vanish by a stray tap
      title={made ? t("doneTitle", { name: made.courier.full_name }) : t("title")}
    >
      {made ? (
        <FirstPassword email={made.courier.email} password={made.password} onDone={close} />
      ) : (
        <CourierForm
          onCreated={(courier, password) => {
            setMade({ courier, password });
            onCreated();
          }}
        />
      )}
    </Sheet>
  );
}

function CourierForm({ onCreated }: { onCreated: (courier: Courier, password: string) => void }) {
  const t = useTranslations("vendor.couriers");
  const errorText = useErrorText();
  const [person, setPerson] = useState({ full_name: "", email: "", phone: "", vehicle: "scooter" });
  const set = (change: Partial<typeof person>) => setPerson((now) => ({ ...now, ...change }));

  const create = useAction(async () => {
    const password = newPassword();
    const { phone, ...rest } = person;
    const body = { ...rest, password, ...(phone.trim() && { phone }) };
    onCreated(await api.post<Courier>("/api/vendor/couriers", body), password);
  });
  const failed = create.error instanceof ApiError ? create.error : null;

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void create.run();
      }}
    >
      <Field label={t("new.name")} error={failed?.field("full_name")} required>
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
      <Field label={t("new.email")} error={failed?.field("email")} required>
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
        <Field label={t("new.phone")} error={failed?.field("phone")}>
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
        <Field label={t("new.vehicle")}>
          {(control) => (
            <Select
              {...control}
              value={person.vehicle}
              onChange={(event) => set({ vehicle: event.target.value })}
            >
              {vehicles.map((vehicle) => (
                <option key={vehicle} value={vehicle}>
                  {t(`vehicle.${vehicle}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {Boolean(create.error) && (
        <Notice tone="danger" live>
          {errorText(create.error)}
        </Notice>
      )}
      <Button type="submit" pending={create.pending}>
        {t("new.create")}
      </Button>
    </form>
  );
}

function FirstPassword({ email, password, onDone }: { email: string; password: string; onDone: () => void }) {
  const t = useTranslations("vendor.couriers.new");
  const toast = useToast();
  async function copy() {
    await navigator.clipboard.writeText(password);
    toast({ title: t("copied"), tone: "success" });
  }
  return (
    <div className="grid gap-4">
      <p>{t("doneText")}</p>
      <dl className="grid gap-2 rounded-md bg-surface-2 p-4">
        <div className="flex justify-between gap-3">
          <dt className="text-ink-3">{t("email")}</dt>
          <dd className="min-w-0 truncate font-medium">{email}</dd>
        </div>
        <div className="flex justify-between gap-3">
          <dt className="text-ink-3">{t("password")}</dt>
          <dd className="font-mono text-lg font-bold select-all">{password}</dd>
        </div>
      </dl>
      <div className="flex justify-end gap-2">
        <Button
          variant="secondary"
          icon={<Copy aria-hidden className="size-4" />}
          onClick={() => void copy().catch(() => undefined)}
        >
          {t("copy")}
        </Button>
        <Button onClick={onDone}>{t("done")}</Button>
      </div>
    </div>
  );
}
