"use client";
// Asks before unsaved changes are lost: by a link of the app, or by closing or reloading the tab.
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConfirmLater } from "@/components/ui/sheet-later";

export function LeaveGuard({ active }: { active: boolean }) {
  const t = useTranslations("vendor.branch");
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);

  useEffect(() => {
    if (!active) return;
    function onUnload(event: BeforeUnloadEvent) {
      event.preventDefault();
    }
    function onClick(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.target === "_blank") return;
      const url = new URL(link.href);
      if (url.origin !== location.origin || url.pathname === location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(url.pathname + url.search);
    }
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [active]);

  return (
    <ConfirmLater
      open={target !== null}
      onClose={() => setTarget(null)}
      onConfirm={() => target && router.push(target)}
      title={t("leaveTitle")}
      confirmLabel={t("leave")}
    >
      <p>{t("leaveText")}</p>
    </ConfirmLater>
  );
}
