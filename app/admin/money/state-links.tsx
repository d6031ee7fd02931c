// The states of a list as a row of links: each has its address, so that a colleague can be sent there.
import Link from "next/link";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { type Section, sectionPath } from "./sections";

/** `states` with their words; `current` is the one shown. */
export function StateLinks({
  section,
  states,
  current,
}: {
  section: Section;
  states: readonly { state: string; label: string }[];
  current: string;
}) {
  const t = useTranslations("admin.money");
  return (
    <nav aria-label={t("states")} className="-mx-1 flex gap-2 overflow-x-auto px-1 py-0.5">
      {states.map(({ state, label }) => (
        <Link
          key={state}
          href={sectionPath(section, state)}
          scroll={false}
          aria-current={state === current ? "page" : undefined}
          className={cx(
            "inline-flex min-h-control items-center rounded-full border px-3.5 text-sm font-medium whitespace-nowrap transition-colors",
            state === current
              ? "border-brand-ink bg-brand-soft text-brand-ink"
              : "border-line bg-surface hover:bg-surface-2",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
