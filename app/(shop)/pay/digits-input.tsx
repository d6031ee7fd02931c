"use client";
// An input whose digits are grouped while typing. The caret stays behind the digit it was behind, so that a digit in the middle
// can be corrected.
import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { caretAfter } from "./card-fields";

/** `format` writes what was typed; `onText` gets it written so. It has no `name`: no form can ever send it by itself. */
export function DigitsInput({
  format,
  onText,
  ...rest
}: Omit<ComponentProps<typeof Input>, "onChange" | "inputMode" | "name"> & {
  format: (text: string) => string;
  onText: (text: string) => void;
}) {
  return (
    <Input
      {...rest}
      inputMode="numeric"
      spellCheck={false}
      onChange={({ target }) => {
        const text = format(target.value);
        const atEnd = target.selectionStart === target.value.length;
        const before = target.value.slice(0, target.selectionStart ?? 0).replace(/\D/g, "").length;
        onText(text);
        if (atEnd) return;
        const caret = caretAfter(text, before);
        requestAnimationFrame(() => target.setSelectionRange(caret, caret));
      }}
    />
  );
}
