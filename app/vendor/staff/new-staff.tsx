"use client";
// Adding someone to the staff, with the role they have there.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NewPerson } from "../_forms/new-person";
import { RoleSelect } from "./role-select";

export function NewStaff(sheet: { open: boolean; onClose: () => void; onCreated: () => void }) {
  const t = useTranslations("vendor.staff");
  const [role, setRole] = useState<string>("kitchen");
  return (
    <NewPerson
      {...sheet}
      path="/api/vendor/staff"
      texts={{ title: t("new.title"), create: t("new.create"), doneText: t("new.doneText") }}
      work={{ role }}
      workLabel={t("role")}
    >
      {(control) => (
        <RoleSelect {...control} value={role} onChange={(event) => setRole(event.target.value)} />
      )}
    </NewPerson>
  );
}
