// The wordmark: a pin that is also a door, and the name. Drawn inline, so that it takes the theme's colours.
import { cx } from "./ui/cx";

/** The mark alone (decorative; name it in text). */
export function LogoMark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cx("shrink-0", className)}>
      <path
        d="M16 1.5C8.6 1.5 3 7.1 3 14.2c0 6.6 5.6 11.6 11.1 15.6a3.2 3.2 0 0 0 3.8 0C23.4 25.8 29 20.8 29 14.2 29 7.1 23.4 1.5 16 1.5Z"
        fill="var(--brand)"
      />
      <path d="M10 22.3V13a6 6 0 0 1 12 0v9.3Z" fill="var(--on-brand)" />
      <path d="M16 7a6 6 0 0 1 6 6v9.3l-6 2.2Z" fill="#fff4ee" />
      <circle cx="18.2" cy="16" r="1.2" fill="var(--on-brand)" />
    </svg>
  );
}

/** Mark and name. */
export function Logo({ className }: { className?: string }) {
  return (
    <span className={cx("inline-flex items-center gap-2", className)}>
      <LogoMark />
      <span className="font-display text-xl leading-none font-extrabold tracking-tight">
        Kap<span className="text-brand-ink">Gel</span>
      </span>
    </span>
  );
}
