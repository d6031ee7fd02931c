"use client";
// A money input that keeps what is typed as text and tells its owner kuruş: null when empty, undefined when unreadable.
import { useLocale } from "next-intl";
import { type ComponentProps, useState } from "react";
import { amountText, parseSigned } from "@/lib/format/amount";
import { parseMoney } from "@/lib/format/money";
import { Input } from "./input";

export type Amount = number | null | undefined;

export function AmountInput({
  value,
  onChange,
  signed = false,
  ...rest
}: Omit<ComponentProps<typeof Input>, "value" | "onChange" | "prefix"> & {
  value: Amount;
  onChange: (minor: Amount) => void;
  /** Accepts a minus (a price difference). */
  signed?: boolean;
}) {
  const locale = useLocale();
  const parse = signed ? parseSigned : parseMoney;
  const read = (typed: string): Amount => (typed.trim() === "" ? null : (parse(typed) ?? undefined));
  const [text, setText] = useState(() => amountText(value ?? null, locale));
  const [told, setTold] = useState(value);

  // A value that is not what we told comes from outside (loaded, reset): show it.
  if (value !== told) {
    setTold(value);
    setText(amountText(value ?? null, locale));
  }

  return (
    <Input
      {...rest}
      prefix="₺"
      inputMode={signed ? "text" : "decimal"}
      autoComplete="off"
      value={text}
      onChange={(event) => {
        const minor = read(event.target.value);
        setText(event.target.value);
        setTold(minor);
        onChange(minor);
      }}
    />
  );
}
