"use client";
// Hiding a vendor from customers, or showing it again: always with a reason that is kept.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Confirm } from "@/components/ui/confirm";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { AdminVendor } from "@/lib/catalog/verification";

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
  const errorText = useErrorText();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const hides = vendor?.verified ?? false;

  function close() {
    setReason("");
    setMissing(false);
    onClose();
  }
  const change = useAction(async (target: AdminVendor) => {
    const body = { verified: !target.verified, reason: reason.trim() };
    onChanged(await api.patch<AdminVendor>(`/api/admin/vendors/${target.id}`, body));
    toast({ title: t(target.verified ? "nowHidden" : "nowVisible", { name: target.name }), tone: "success" });
    close();
  });
  function confirm() {
    if (!reason.trim()) setMissing(true);
    else if (vendor) void change.run(vendor);
  }

  return (
    <Confirm
      open={open}
      onClose={() => {
        change.reset();
        close();
      }}
      onConfirm={confirm}
      pending={change.pending}
      danger={hides}
      title={vendor && t(hides ? "askHide" : "askShow", { name: vendor.name })}
      confirmLabel={t(hides ? "hide" : "show")}
    >
      <div className="grid gap-4">
        <p className="text-ink-2">{t(hides ? "hideFollows" : "showFollows")}</p>
        <Field
          label={t("reason")}
          hint={t("reasonHint")}
          required
          error={missing && !reason.trim() ? t("reasonMissing") : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              name="reason"
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {change.error !== null && (
          <Notice tone="danger" live>
            {errorText(change.error)}
          </Notice>
        )}
      </div>
    </Confirm>
  );
}
