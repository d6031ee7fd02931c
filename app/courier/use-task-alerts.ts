"use client";
// Notices what a courier must hear about: a task that was not there before, one that has become ready to take, and one
// that was taken away.
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useAtHand } from "@/components/lazy-sheet";
import { useToast } from "@/components/ui/toast";
import type { Order } from "@/lib/orders/schema";

const sound = () => import("./alert");

/**
 * Alerts for each change of `tasks` that calls for the courier. The first list is what they already know. `isKnownToGo` tells whether
 * the courier knows already why a task is not there any more: delivered by their own hand, or canceled.
 */
export function useTaskAlerts(tasks: readonly Order[], isKnownToGo: (id: string) => boolean): void {
  const t = useTranslations("courier.alert");
  const toast = useToast();
  useAtHand(sound);
  const known = useRef(new Map(tasks.map((task) => [task.id, task])));
  const isNoNews = useRef(isKnownToGo);
  isNoNews.current = isKnownToGo;

  useEffect(() => {
    const before = known.current;
    known.current = new Map(tasks.map((task) => [task.id, task]));
    const added = tasks.filter(({ id }) => !before.has(id));
    const ready = tasks.filter(({ id, status }) => {
      const was = before.get(id)?.status;
      return status === "READY" && was !== undefined && was !== "READY";
    });
    const gone = [...before.values()].filter(({ id }) => !known.current.has(id) && !isNoNews.current(id));
    for (const { branch } of added)
      toast({ title: t("newTask", { branch: branch.vendor.name }), tone: "success" });
    for (const { number } of ready) toast({ title: t("ready", { number }), tone: "success" });
    for (const { number } of gone) toast({ title: t("gone", { number }), tone: "danger" });
    if (added.length + ready.length + gone.length > 0)
      void sound().then(({ alertCourier }) => alertCourier());
  }, [tasks, toast, t]);

  useEffect(() => {
    const allow = () => void sound().then(({ allowSound }) => allowSound());
    window.addEventListener("pointerdown", allow); // each touch: the first may come before the sound has
    return () => window.removeEventListener("pointerdown", allow);
  }, []);
}
