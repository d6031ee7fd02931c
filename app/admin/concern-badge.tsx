// Why an order needs an operator's eye, as a badge.
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Concern } from "./lateness";

/** Says what is wrong and, for a late order, by how much. */
export function ConcernBadge({ concern }: { concern: Concern }) {
  const t = useTranslations("admin.orders.concern");
  return (
    <Badge tone="danger">
      <TriangleAlert aria-hidden className="size-3.5" />
      {concern.kind === "late" ? t("late", { minutes: concern.minutes }) : t("unanswered")}
    </Badge>
  );
}
