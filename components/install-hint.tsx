"use client";
// Offers to put KapGel on the home screen: by the browser's own question where it has one, on iOS by saying where to tap. Shown on phones
// where it is of use, and never again once it was closed; the account page offers it always.
import { Share, Smartphone, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "./ui/button";
import { Card } from "./ui/card";
import { IconButton } from "./ui/icon-button";

declare global {
  interface Window {
    /** Chrome's offer to install this page, until it is used (instrumentation-client.ts). */
    installPrompt?: Event | undefined;
  }
}

const CLOSED = "install-hint-closed";
type Way = "ask" | "ios";
/** Chrome's event; no library of types has it. */
type Offer = Event & { prompt: () => Promise<{ outcome: "accepted" | "dismissed" }> };

/** How this browser installs; null where it cannot, or has. */
function wayOf(): Way | null {
  if (matchMedia("(display-mode: standalone)").matches) return null;
  if (window.installPrompt) return "ask";
  return /iPhone|iPad/.test(navigator.userAgent) ? "ios" : null;
}

/** `always`: also on wide screens and after it was closed; then it cannot be closed. */
export function InstallHint({ always = false }: { always?: boolean }) {
  const t = useTranslations("common.install");
  const [way, setWay] = useState<Way | null>(null);
  useEffect(() => {
    const wanted = always || (matchMedia("(max-width: 48rem)").matches && !closedBefore());
    const look = () => setWay(wanted ? wayOf() : null);
    look();
    addEventListener("beforeinstallprompt", look);
    addEventListener("appinstalled", look);
    return () => {
      removeEventListener("beforeinstallprompt", look);
      removeEventListener("appinstalled", look);
    };
  }, [always]);
  if (!way) return null;

  async function install() {
    const offer = window.installPrompt as Offer;
    window.installPrompt = undefined; // it can be used once
    setWay(null);
    await offer.prompt();
  }
  function close() {
    setWay(null);
    try {
      localStorage.setItem(CLOSED, "1");
    } catch {
      // a browser that keeps nothing asks again
    }
  }
  return (
    <Card className="flex items-start gap-3" data-testid="install-hint">
      <Smartphone aria-hidden className="mt-0.5 size-6 shrink-0 text-brand-ink" />
      <div className="grid min-w-0 flex-1 gap-2">
        <div>
          <h2 className="text-lg">{t("title")}</h2>
          <p className="text-sm text-ink-2">{t("body")}</p>
        </div>
        {way === "ask" ? (
          <Button variant="soft" className="justify-self-start" onClick={() => void install()}>
            {t("action")}
          </Button>
        ) : (
          <p className="flex flex-wrap items-center gap-x-1.5 text-sm font-medium">
            {t.rich("ios", { icon: () => <Share aria-hidden className="inline size-4 text-brand-ink" /> })}
          </p>
        )}
      </div>
      {!always && (
        <IconButton label={t("close")} icon={<X aria-hidden className="size-4" />} onClick={close} />
      )}
    </Card>
  );
}

function closedBefore(): boolean {
  try {
    return localStorage.getItem(CLOSED) !== null;
  } catch {
    return false;
  }
}
