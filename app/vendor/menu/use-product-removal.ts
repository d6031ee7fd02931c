"use client";
// Deleting with a way back: the product leaves the list at once and the menu ten seconds later, unless taken back.
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Product } from "@/lib/catalog/products";

const GRACE_MS = 10_000; // as long as the toast with its "undo" stays

/** `hidden` holds what is being removed. `reload` is called when a removal failed. */
export function useProductRemoval(reload: () => Promise<void>) {
  const t = useTranslations("vendor.menu");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  function unhide(id: string) {
    setHidden((now) => new Set([...now].filter((other) => other !== id)));
  }

  async function removeNow(id: string) {
    waiting.current.delete(id);
    try {
      await api.delete(`/api/vendor/products/${id}`);
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
      unhide(id);
      await reload();
    }
  }

  // Leaving the page is not taking back: what waits is deleted then, by requests that outlive the page.
  useEffect(() => {
    const all = waiting.current;
    function flush() {
      for (const [id, timer] of all) {
        clearTimeout(timer);
        void fetch(`/api/vendor/products/${id}`, { method: "DELETE", keepalive: true });
      }
      all.clear();
    }
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, []);

  function undo(id: string) {
    const timer = waiting.current.get(id);
    if (timer === undefined) {
      toast({ title: t("tooLate"), tone: "danger" });
      return;
    }
    clearTimeout(timer);
    waiting.current.delete(id);
    unhide(id);
  }

  function remove({ id, name }: Product) {
    setHidden((now) => new Set(now).add(id));
    waiting.current.set(
      id,
      setTimeout(() => void removeNow(id), GRACE_MS),
    );
    toast({ title: t("deleted", { name }), action: { label: common("undo"), run: () => undo(id) } });
  }

  return { hidden, remove };
}
