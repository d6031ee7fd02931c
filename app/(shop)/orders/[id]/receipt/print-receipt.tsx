"use client";
// Sends the receipt to the printer, or to a PDF.
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export function PrintReceipt() {
  const t = useTranslations("shop.receipt");
  return (
    <Button icon={<Printer aria-hidden className="size-4" />} onClick={() => window.print()}>
      {t("print")}
    </Button>
  );
}
