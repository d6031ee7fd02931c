"use client";
// Sends the statement to the printer, or to a PDF.
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export function PrintButton() {
  const t = useTranslations("vendor.money.statement");
  return (
    <Button
      variant="secondary"
      icon={<Printer aria-hidden className="size-4" />}
      onClick={() => window.print()}
    >
      {t("print")}
    </Button>
  );
}
