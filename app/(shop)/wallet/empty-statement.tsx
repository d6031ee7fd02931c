// What stands where the statement will: what credit is good for, and how to get some.
import { ReceiptText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** `onAdd` begins to add credit. */
export function EmptyStatement({ onAdd }: { onAdd: () => void }) {
  const t = useTranslations("shop.wallet");
  return (
    <EmptyState
      icon={<ReceiptText />}
      title={t("emptyTitle")}
      action={<Button onClick={onAdd}>{t("add")}</Button>}
    >
      {t("emptyBody")}
    </EmptyState>
  );
}
