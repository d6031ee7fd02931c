// What is said: badges, statuses, notices, empty and error states, skeletons.
import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { type OrderStatus, StatusBadge } from "@/components/ui/status-badge";
import { Specimen } from "./specimen";

const TONES = ["neutral", "brand", "success", "warning", "danger", "info"] as const;
const STATUSES: OrderStatus[] = [
  ...(["NEW", "CONFIRMED", "PREPARING", "READY", "PICKED_UP", "ON_ROUTE", "DELIVERED", "REJECTED"] as const),
  ...(["CANCELED_BY_USER", "CANCELED_BY_VENDOR"] as const),
];

export function Messaging() {
  const t = useTranslations("design");
  return (
    <>
      <Specimen name="Badge">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} dot>
            {tone}
          </Badge>
        ))}
      </Specimen>
      <Specimen name="StatusBadge">
        {STATUSES.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
      </Specimen>
      <Specimen name="Notice" wide>
        <div className="grid gap-3 lg:grid-cols-2">
          {(["info", "success", "warning", "danger"] as const).map((tone) => (
            <Notice
              key={tone}
              tone={tone}
              action={
                tone === "warning" && (
                  <Button size="sm" variant="secondary">
                    {t("notify")}
                  </Button>
                )
              }
            >
              {t("sentence")}
            </Notice>
          ))}
        </div>
      </Specimen>
      <Specimen name="EmptyState · ErrorState" wide>
        <div className="grid gap-4 lg:grid-cols-2">
          <div className="rounded-lg border border-line bg-surface">
            <EmptyState
              icon={<Heart />}
              title={t("empty.title")}
              action={<Button>{t("empty.action")}</Button>}
            >
              {t("empty.body")}
            </EmptyState>
          </div>
          <div className="rounded-lg border border-line bg-surface">
            <Failed message={t("sentence")} />
          </div>
        </div>
      </Specimen>
      <Specimen name="Skeleton" wide>
        <div aria-hidden className="grid max-w-sm gap-2">
          <Skeleton className="h-32 rounded-lg" />
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      </Specimen>
    </>
  );
}

function Failed({ message }: { message: string }) {
  return <ErrorState message={message} requestId="8f14e45f-ceea-467f-a1d4-3b5d2a3c9d11" />;
}
