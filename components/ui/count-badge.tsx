// How much waits behind a round button of the header. For the eye: the button's label says it too.

/** `count` of zero shows nothing. */
export function CountBadge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span
      aria-hidden
      className="absolute top-0.5 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-brand px-1 text-xs font-bold text-on-brand tabular-nums"
    >
      {count > 99 ? "99+" : count}
    </span>
  );
}
