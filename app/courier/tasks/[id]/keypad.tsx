"use client";
// The customer's four digits, under one wet thumb; a keyboard writes them too.
import { Delete } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";

const LENGTH = 4;
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const look =
  "grid min-h-13 place-items-center rounded-md border border-line-control/60 bg-surface font-display text-2xl font-bold select-none active:bg-surface-2 disabled:opacity-45";

/** `problem` is a sentence on a code that was wrong. */
export function Keypad({
  value,
  onChange,
  problem,
}: {
  value: string;
  onChange: (digits: string) => void;
  problem: string | null;
}) {
  const t = useTranslations("courier.handOver");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []); // the button that asked for it is gone
  const full = value.length === LENGTH;
  const write = (digits: string) => onChange(digits.replace(/\D/g, "").slice(0, LENGTH));
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-medium">
        {t("code")}
      </label>
      <input
        ref={input}
        id={id}
        data-testid="handover-code"
        inputMode="none"
        autoComplete="off"
        maxLength={LENGTH}
        value={value}
        onChange={(event) => write(event.target.value)}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        className="min-h-16 w-full rounded-md border-2 border-line-control bg-surface text-center font-display text-3xl font-bold tracking-[0.6em] indent-[0.6em] tabular-nums aria-invalid:border-danger"
      />
      <p id={`${id}-problem`} role="alert" className="text-sm font-medium text-danger empty:hidden">
        {problem}
      </p>
      <div className="grid grid-cols-3 gap-2">
        {KEYS.map((key) => (
          <button key={key} type="button" disabled={full} className={look} onClick={() => write(value + key)}>
            {key}
          </button>
        ))}
        <span />
        <button type="button" disabled={full} className={look} onClick={() => write(`${value}0`)}>
          0
        </button>
        <button
          type="button"
          aria-label={t("erase")}
          disabled={value === ""}
          className={look}
          onClick={() => onChange(value.slice(0, -1))}
        >
          <Delete aria-hidden className="size-7" />
        </button>
      </div>
    </div>
  );
}
