// The bell's button, with how much is unread.
import { Bell } from "lucide-react";
import type { Ref } from "react";
import { CountBadge } from "@/components/ui/count-badge";

/** `label` says the number too. */
export function BellButton({
  label,
  unread = 0,
  onClick,
  ref,
}: {
  label: string;
  unread?: number;
  onClick?: () => void;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      aria-haspopup="dialog"
      data-testid="bell"
      data-unread={unread}
      onClick={onClick}
      className="relative grid size-11 shrink-0 place-items-center rounded-full text-ink hover:bg-surface-2"
    >
      <Bell aria-hidden className="size-6" />
      <CountBadge count={unread} />
    </button>
  );
}
