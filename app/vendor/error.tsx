"use client";
// A page of the panel that failed to render; the shell, the live orders and the alarm stay.
import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/ui/error-state";

export default function VendorError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("vendor.crash");
  return <ErrorState title={t("title")} message={t("body")} requestId={error.digest} onRetry={reset} />;
}
