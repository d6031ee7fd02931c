"use client";
// One person of the staff: their role, which the owner changes here, letting go and taking back.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmLater } from "@/components/ui/sheet-later";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { GivenRole, StaffMember } from "@/lib/staff/schema";
import { RoleSelect } from "./role-select";

export function StaffRow({
  person,
  isMe,
  onChange,
}: {
  person: StaffMember;
  isMe: boolean;
  onChange: (person: StaffMember) => void;
}) {
  const t = useTranslations("vendor.staff");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { full_name: name, role, active } = person;

  async function save(patch: { role?: GivenRole; active?: boolean }) {
    try {
      onChange(await api.patch<StaffMember>(`/api/vendor/staff/${person.id}`, patch));
      return true;
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
      return false;
    }
  }
  const setActive = useAction(async (next: boolean) => {
    if (await save({ active: next })) {
      toast({ title: next ? t("takeBackDone", { name }) : t("letGoDone", { name }), tone: "success" });
    }
    setAsking(false);
  });
  const setRole = useAction(async (next: GivenRole) => {
    if (!(await save({ role: next }))) return;
    toast({
      title: t("changed", { name, role: t(`roles.${next}`) }),
      tone: "success",
      ...(role !== "owner" && { action: { label: common("undo"), run: () => void save({ role }) } }),
    });
  });

  return (
    <li
      data-testid="staff-row"
      data-person-id={person.id}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3"
    >
      <Avatar name={name} />
      <div className="min-w-0 flex-1 basis-48">
        <p className={active ? "truncate font-semibold" : "truncate font-semibold text-ink-3"}>
          {name}
          {isMe && <span className="font-normal text-ink-3"> ({t("you")})</span>}
        </p>
        <p className="truncate text-sm text-ink-3">
          {person.email}
          {person.phone && ` · ${person.phone}`}
        </p>
      </div>
      {role === "owner" ? (
        <Badge tone="brand">{t("roles.owner")}</Badge>
      ) : (
        <div className="flex flex-wrap items-center gap-1.5">
          {active ? (
            <RoleSelect
              aria-label={t("roleOf", { name })}
              className="w-36"
              value={role}
              onChange={(event) => void setRole.run(event.target.value as GivenRole)}
            />
          ) : (
            <Badge tone="warning">{t("gone")}</Badge>
          )}
          <Button
            size="sm"
            variant={active ? "danger-quiet" : "secondary"}
            pending={!active && setActive.pending}
            onClick={() => (active ? setAsking(true) : void setActive.run(true))}
          >
            {active ? t("letGo") : t("takeBack")}
          </Button>
        </div>
      )}
      <ConfirmLater
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void setActive.run(false)}
        pending={setActive.pending}
        title={t("letGoTitle", { name })}
        confirmLabel={t("letGo")}
      >
        <p>{t("letGoText")}</p>
      </ConfirmLater>
    </li>
  );
}
