// The roles the owner can give.
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select } from "@/components/ui/input";
import type { GivenRole } from "@/lib/staff/schema";

const ROLES: readonly GivenRole[] = ["manager", "kitchen", "cashier"];

export function RoleSelect(select: Omit<ComponentProps<"select">, "children">) {
  const t = useTranslations("vendor.staff.roles");
  return (
    <Select {...select}>
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {t(role)}
        </option>
      ))}
    </Select>
  );
}
