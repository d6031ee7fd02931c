"use client";
// A spinner on the card that was tapped, while its page is on the way.
import { useLinkStatus } from "next/link";
import { Spinner } from "@/components/ui/spinner";

/** Inside a `<Link>` within a positioned box. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span
      aria-hidden
      className="absolute top-3 right-3 z-10 grid size-9 place-items-center rounded-full bg-surface text-brand-ink shadow-raised"
    >
      <Spinner />
    </span>
  );
}
