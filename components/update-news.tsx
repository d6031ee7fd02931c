"use client";
// Says that a new version waits, and loads it when the person wants it: nothing that is being typed is taken away.
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { Update } from "@/lib/browser/worker-client";
import { useToast } from "./ui/toast";

export function UpdateNews() {
  const t = useTranslations("common.update");
  const toast = useToast();
  useEffect(() => {
    const tell = (event: Event) =>
      toast({ title: t("ready"), action: { label: t("reload"), run: (event as Update).detail.apply } });
    addEventListener("kapgel:update", tell);
    return () => removeEventListener("kapgel:update", tell);
  }, [t, toast]);
  return null;
}
