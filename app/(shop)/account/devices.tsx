"use client";
// Ending every session: for who has lost a phone, or was signed in on somebody else's.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmLater } from "@/components/ui/sheet-later";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";

export function Devices() {
  const t = useTranslations("shop.account.devices");
  const toast = useToast();
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);
  const end = useAction(async () => {
    try {
      await api.post("/api/auth/sign-out-everywhere");
      window.location.assign("/sign-in?next=/account");
    } catch (error) {
      setAsking(false);
      toast({ title: errorText(error), tone: "danger" });
    }
  });
  return (
    <>
      <div className="grid gap-2 border-t border-line pt-4">
        <p className="text-sm text-ink-2">{t("hint")}</p>
        <Button variant="secondary" className="justify-self-start" onClick={() => setAsking(true)}>
          {t("action")}
        </Button>
      </div>
      <ConfirmLater
        open={asking}
        danger={false}
        onClose={() => setAsking(false)}
        onConfirm={() => void end.run()}
        pending={end.pending}
        title={t("question")}
        confirmLabel={t("action")}
      >
        <p>{t("body")}</p>
      </ConfirmLater>
    </>
  );
}
