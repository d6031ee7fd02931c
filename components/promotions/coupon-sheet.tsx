"use client";
// Making a coupon: its code, what it gives, and its limits. What it gives stays as it was told, so it is said in full here.
import { useTranslations } from "next-intl";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { CouponForm } from "./coupon-form";

/** `path` is the list's address in the API. */
export function CouponSheet({
  open,
  path,
  platform,
  onClose,
  onSaved,
}: {
  open: boolean;
  path: string;
  platform: boolean;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useTranslations("promotions");
  const toast = useToast();
  return (
    <Sheet open={open} onClose={onClose} title={t("form.title")}>
      {open && (
        <CouponForm
          path={path}
          platform={platform}
          onSaved={({ code }) => {
            onSaved();
            toast({ title: t("form.saved", { code }), tone: "success" });
            onClose();
          }}
        />
      )}
    </Sheet>
  );
}
