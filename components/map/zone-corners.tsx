"use client";
// A zone's corners as text: the keyboard's and the screen reader's way to draw one, and the way to paste one in.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Field } from "../ui/field";
import { Textarea } from "../ui/input";
import { cornersFromText, cornersToText, type Point } from "./geometry";

/** One corner a line. A change is taken over when the field is left, once every line can be read. */
export function ZoneCorners({
  corners,
  onChange,
}: {
  corners: Point[];
  onChange: (corners: Point[]) => void;
}) {
  const t = useTranslations("common.map");
  const shown = cornersToText(corners);
  const [text, setText] = useState(shown);
  const [error, setError] = useState<string>();
  useEffect(() => {
    setText(shown);
    setError(undefined);
  }, [shown]);

  function take() {
    if (text === shown) return;
    const read = cornersFromText(text);
    if ("badLine" in read) setError(t("cornersInvalid", { line: read.badLine }));
    else onChange(read);
  }

  return (
    <details>
      <summary className="inline-flex min-h-control items-center text-sm font-medium text-brand-ink">
        {t("corners", { count: corners.length })}
      </summary>
      <Field label={t("cornersText")} error={error} className="pt-1">
        {(control) => (
          <Textarea
            {...control}
            rows={5}
            spellCheck={false}
            className="font-mono text-sm"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={take}
          />
        )}
      </Field>
    </details>
  );
}
