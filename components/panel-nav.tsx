"use client";
// The links of a panel; the one whose page is open is marked. Side list on wide screens, bottom bar on phones.
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "./ui/cx";

export type PanelLink = { href: string; label: string; icon: ReactNode };

/**
 * The panel's navigation, in one of its two shapes. `label` names it. The first link is the panel's own page: it is open while no other
 * link's is, be that one shown or not. `most` is how many there is room for.
 */
export function PanelNav({
  label,
  links,
  most = links.length,
  shape,
}: {
  label: string;
  links: PanelLink[];
  most?: number;
  shape: "side" | "bottom";
}) {
  const path = usePathname();
  const home = links[0]?.href;
  const open = links.find(({ href }) => href !== home && path.startsWith(href))?.href ?? home;
  return (
    <nav aria-label={label} className={shape === "side" ? "grid gap-1 p-3" : "flex justify-around px-1"}>
      {links.slice(0, most).map((link) => {
        const active = link.href === open;
        return (
          <Link
            key={link.href}
            href={link.href}
            aria-current={active ? "page" : undefined}
            className={cx(
              "rounded-md transition-colors focus-visible:-outline-offset-2 [&_svg]:size-5 [&_svg]:shrink-0",
              shape === "side"
                ? "flex min-h-11 items-center gap-3 px-3 text-[0.9375rem]"
                : "grid min-h-14 min-w-0 flex-1 content-center justify-items-center gap-0.5 text-[0.6875rem] leading-tight tracking-tight",
              active
                ? "font-semibold text-brand-ink [&_svg]:[stroke-width:2.4]"
                : "text-ink-2 hover:text-ink",
              active && shape === "side" && "bg-brand-soft",
              !active && shape === "side" && "hover:bg-surface-2",
            )}
          >
            {link.icon}
            <span className={shape === "side" ? "truncate" : "line-clamp-2 max-w-full text-center"}>
              {link.label}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
