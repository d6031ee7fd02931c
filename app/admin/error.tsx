"use client";
// A page of the operator's panel that failed to render, inside the panel's frame.
import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/ui/error-state";

export default function AdminError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("common.crash");
  return <ErrorState title={t("title")} message={t("body")} requestId={error.digest} onRetry={reset} />;
}
