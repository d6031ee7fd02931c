"use client";
// Short messages at the screen's edge. A toast never holds the only copy of something important, and one with an
// action stays until it is used, closed or ten seconds are over; pointing at it or focusing it stops the clock.
import { X } from "lucide-react";
import Link from "next/link"; // here, under the root layout, so that every page shares one copy of it
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { cx } from "./cx";

type ToastInput = {
  title: string;
  tone?: "neutral" | "success" | "danger";
  /** "Undo" runs something; "See the cart" goes somewhere. */
  action?: { label: string; run: () => void } | { label: string; href: string };
};
type ToastItem = ToastInput & { id: number };

const SHORT_MS = 5_000;
const WITH_ACTION_MS = 10_000;
const MOST_AT_ONCE = 3;

const ToastContext = createContext<((toast: ToastInput) => void) | null>(null);

/** The function that shows a toast. Throws outside `ToastProvider` (the root layout has one). */
export function useToast(): (toast: ToastInput) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it");
  return show;
}

/** Holds the toasts of the whole app. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [items, setItems] = useState<ToastItem[]>([]);
  const dismiss = useCallback((id: number) => setItems((now) => now.filter((item) => item.id !== id)), []);
  const show = useMemo(() => {
    let last = 0;
    return (toast: ToastInput) => {
      last += 1;
      const item = { ...toast, id: last };
      // The same thing said again replaces what it repeats.
      setItems((now) => [...now.filter(({ title }) => title !== toast.title).slice(1 - MOST_AT_ONCE), item]);
    };
  }, []);

  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-0 bottom-0 z-50 grid justify-items-center gap-2 p-4 pb-[max(6rem,env(safe-area-inset-bottom))] sm:justify-items-end sm:pb-4"
      >
        {items.map((item) => (
          <Toast key={item.id} item={item} onDismiss={() => dismiss(item.id)} />
        ))}
      </div>
    </ToastContext>
  );
}

function Toast({ item, onDismiss }: { item: ToastItem; onDismiss: () => void }) {
  const t = useTranslations("common");
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onDismiss, item.action ? WITH_ACTION_MS : SHORT_MS);
    return () => clearTimeout(timer);
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only stops the clock; nothing is done by it
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full max-w-sm animate-rise items-center gap-1 rounded-lg border border-line bg-surface py-1 pr-1 pl-4 shadow-overlay"
    >
      <span
        aria-hidden
        className={cx(
          "mr-2 size-2 shrink-0 rounded-full",
          item.tone === "danger" ? "bg-danger" : item.tone === "success" ? "bg-success" : "bg-ink-3",
        )}
      />
      <p className="flex-1 py-2 text-sm">{item.title}</p>
      {item.action && <ToastAction action={item.action} onDone={onDismiss} />}
      <button
        type="button"
        aria-label={t("close")}
        className="grid size-control place-items-center rounded-md text-ink-3 hover:bg-surface-2"
        onClick={onDismiss}
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}

function ToastAction({ action, onDone }: { action: NonNullable<ToastInput["action"]>; onDone: () => void }) {
  const look =
    "inline-flex min-h-control items-center rounded-md px-3 text-sm font-semibold text-brand-ink hover:bg-brand-soft";
  if ("href" in action) {
    return (
      <Link href={action.href} className={look} onClick={onDone}>
        {action.label}
      </Link>
    );
  }
  return (
    <button
      type="button"
      className={look}
      onClick={() => {
        action.run();
        onDone();
      }}
    >
      {action.label}
    </button>
  );
}
