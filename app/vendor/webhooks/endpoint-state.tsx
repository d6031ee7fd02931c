// Whether an endpoint gets messages and, if not, why.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Endpoint } from "@/lib/webhooks/schema";

export function EndpointState({ endpoint }: { endpoint: Endpoint }) {
  const t = useTranslations("webhooks.state");
  const reason = endpoint.disabled_reason ?? "on";
  const tone = { on: "success", BY_VENDOR: "neutral", TOO_MANY_FAILURES: "danger" } as const;
  return (
    <Badge dot tone={tone[reason]}>
      {t(reason)}
    </Badge>
  );
}
