// A person or a shop without a picture: their initials on a colour that is always the same for the same name.
import { initials } from "@/lib/format/initials";
import { cx } from "./cx";

const colours = [
  "bg-brand-soft text-brand-ink",
  "bg-success-soft text-success",
  "bg-info-soft text-info",
  "bg-warning-soft text-warning",
];

/** Decorative: the name should stand beside it in text. `size` in Tailwind's class, default size-10. */
export function Avatar({ name, className = "size-10 text-sm" }: { name: string; className?: string }) {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span
      aria-hidden
      className={cx(
        "grid shrink-0 place-items-center rounded-full font-semibold select-none",
        colours[sum % colours.length],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
