"use client";
// The bell: how much is unread, what it was, and a toast when something comes while the person looks at another page.
import { usePathname } from "next/navigation";
import { useRef, useState } from "react";
import { pathOf } from "@/lib/notifications/links";
import type { Told } from "@/lib/notifications/schema";
import { saidOf, translatorOf } from "@/lib/notifications/words";
import { useToast } from "../ui/toast";
import { BellButton } from "./bell-button";
import { BellSheet } from "./bell-sheet";
import { useNotifications } from "./use-notifications";
import { useWords } from "./use-words";

// The courier's desk tells of these itself, with a sound (app/courier/use-task-alerts.ts).
const DESK = new Set<Told["kind"]>(["courier_assigned", "order_ready"]);

/** `opened` opens the list at once; `label` names the bell until its own texts are there. */
export function Bell({ userId, label, opened }: { userId: string; label: string; opened: boolean }) {
  const said = useWords();
  const path = usePathname();
  const toast = useToast();
  const [open, setOpen] = useState(opened);
  const { list, more, markRead } = useNotifications(userId, (told) => {
    const isTold = path === pathOf(told) || (path.startsWith("/courier") && DESK.has(told.kind));
    if (!said || isTold || document.visibilityState !== "visible") return;
    const t = translatorOf(said.locale, said.words);
    toast({
      title: saidOf(told, said.locale, said.words).title,
      action: { label: t("bell.open"), href: pathOf(told) },
    });
  });

  const unread = list?.unread ?? 0;
  const button = useRef<HTMLButtonElement>(null);
  // The first tap was on the bell that stood here before this one came: the browser cannot give the focus back to that.
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <BellButton
        ref={button}
        label={said ? translatorOf(said.locale, said.words)("bell.label", { unread }) : label}
        unread={unread}
        onClick={() => setOpen(true)}
      />
      {said && (
        <BellSheet {...said} open={open} onClose={close} list={list} more={more} markRead={markRead} />
      )}
    </>
  );
}
