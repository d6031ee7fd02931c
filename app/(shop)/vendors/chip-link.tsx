// A filter that is a link: on or off, or one of several.
import { X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** `toggle`: when active, the link takes the filter away. */
export function ChipLink({
  href,
  active,
  toggle,
  children,
}: {
  href: string;
  active: boolean;
  toggle?: boolean;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false} // a dozen filters would be asked for and one be used
      replace
      aria-current={active ? "true" : undefined}
      className={cx(
        "inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-full border px-4 text-sm font-medium whitespace-nowrap transition-colors",
        active
          ? "border-brand-ink bg-brand-soft text-brand-ink"
          : "border-line-control/60 bg-surface text-ink-2 hover:bg-surface-2 hover:text-ink",
      )}
    >
      {children}
      {toggle && active && <X aria-hidden className="size-4" />}
    </Link>
  );
}

/** A row of chips that is scrolled sideways on phones. `label` names it. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav
      aria-label={label}
      className="-mx-4 flex gap-2 overflow-x-auto px-4 py-0.5 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      {children}
    </nav>
  );
}
