"use client";
// Follows the record's chain when asked to, and says what it found.
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { AuditCheck } from "@/lib/desk/schema";

export function ChainCheck() {
  const t = useTranslations("desk.audit");
  const errorText = useErrorText();
  const [found, setFound] = useState<AuditCheck | null>(null);
  const check = useAction(async () => setFound(await api.get<AuditCheck>("/api/admin/audit/check")));
  return (
    <div className="flex flex-wrap items-center gap-3">
      {check.error !== null ? (
        <Notice tone="danger" live>
          {errorText(check.error)}
        </Notice>
      ) : (
        found && (
          <Notice tone={found.broken_at ? "danger" : "success"} live>
            {found.broken_at ? t("broken", { id: found.broken_at }) : t("whole", { count: found.entries })}
          </Notice>
        )
      )}
      <Button
        variant="secondary"
        icon={<ShieldCheck aria-hidden className="size-4" />}
        pending={check.pending}
        onClick={() => void check.run()}
      >
        {t("check")}
      </Button>
    </div>
  );
}
