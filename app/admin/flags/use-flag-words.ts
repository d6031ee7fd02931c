"use client";
// What a flag is called.
import { useTranslations } from "next-intl";

const KNOWN = ["ordering", "applications"] as const;

/** A flag's words; of one that this page does not know yet, its key. */
export function useFlagWords(key: string): { name: string; hint: string | null } {
  const t = useTranslations("desk.flags.known");
  const known = KNOWN.find((name) => name === key);
  return known ? { name: t(`${known}.name`), hint: t(`${known}.hint`) } : { name: key, hint: null };
}
