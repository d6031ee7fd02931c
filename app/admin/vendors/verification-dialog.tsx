"use client";
// Hiding a vendor from customers, or showing it again: always with a reason that is kept.
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import type { AdminVendor } from "@/lib/catalog/verification";
import { ReasonDialog } from "../reason-dialog";

/** Asks about `vendor` (null: closed); `onChanged` gets its row after the change. */
export function VerificationDialog({
  open,
  vendor,
  onClose,
  onChanged,
}: {
  open: boolean;
  vendor: AdminVendor | null;
  onClose: () => void;
  onChanged: (vendor: AdminVendor) => void;
}) {
  const t = useTranslations("admin.vendors");
  const toast = useToast();
  const hides = vendor?.verified ?? false;
  async function change(reason: string) {
    if (!vendor) return;
    const { id, name } = vendor;
    onChanged(await api.patch<AdminVendor>(`/api/admin/vendors/${id}`, { verified: !hides, reason }));
    toast({ title: t(hides ? "nowHidden" : "nowVisible", { name }), tone: "success" });
  }
  return (
    <ReasonDialog
      open={open}
      title={vendor ? t(hides ? "askHide" : "askShow", { name: vendor.name }) : ""}
      follows={t(hides ? "hideFollows" : "showFollows")}
      label={t(hides ? "hide" : "show")}
      danger={hides}
      run={change}
      onClose={onClose}
    />
  );
}
