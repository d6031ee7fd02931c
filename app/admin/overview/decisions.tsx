// One calm list: how many of what wait since when, each a way to where it is decided.
import {
  Bike,
  ChevronRight,
  ClipboardCheck,
  Clock3,
  Coffee,
  CreditCard,
  Hourglass,
  Inbox,
  MailWarning,
  MessageSquareWarning,
  PauseCircle,
  Wallet,
  Webhook,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TimeAgo } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import type { Overview } from "@/lib/desk/schema";

type Kind = Overview["decisions"][number]["kind"];
const WHERE: Record<Kind, { href: string; Icon: typeof Bike }> = {
  applications: { href: "/admin/applications", Icon: ClipboardCheck },
  adjustments: { href: "/admin/money?show=adjustments&state=awaiting", Icon: Wallet },
  sagas: { href: "/admin/money?show=sagas&state=stuck", Icon: CreditCard },
  dead_letters: { href: "/admin/queue", Icon: MailWarning },
  webhooks: { href: "/admin/money?show=webhooks&state=unmatched", Icon: Webhook },
  disputes: { href: "/admin/disputes", Icon: MessageSquareWarning },
  schedule: { href: "/admin/queue", Icon: Clock3 },
  paused: { href: "/admin/queue", Icon: PauseCircle },
  outbox: { href: "/admin/queue", Icon: Inbox },
  late_orders: { href: "/admin/map?show=late", Icon: Bike },
  unanswered: { href: "/admin/orders", Icon: Hourglass },
};

/** Oldest first, as the database answers. */
export function Decisions({ decisions }: { decisions: Overview["decisions"] }) {
  const t = useTranslations("desk.overview");
  return (
    <section aria-labelledby="decisions" className="grid gap-2">
      <h2 id="decisions" className="text-xl">
        {t("decide")}
      </h2>
      <Card as="div" flush>
        {decisions.length === 0 ? (
          <EmptyState icon={<Coffee />} title={t("none")}>
            {t("noneHint")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {decisions.map(({ kind, count, oldest_at }) => {
              const { href, Icon } = WHERE[kind];
              return (
                <li key={kind} data-testid="decision" data-kind={kind} data-count={count}>
                  <Link
                    href={href}
                    className="flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-surface-2 focus-visible:-outline-offset-2"
                  >
                    <Icon aria-hidden className="size-5 shrink-0 text-ink-3" />
                    <span className="grid min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-3">
                      <span className="font-semibold">{t(`kind.${kind}`, { count })}</span>
                      <span className="text-sm text-ink-2">
                        {oldest_at ? t.rich("since", { time: () => <TimeAgo at={oldest_at} /> }) : t("never")}
                      </span>
                    </span>
                    <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </Card>
    </section>
  );
}
