"use client";
// The links of one order: make one, pass it on while it is shown, end one. A link is shown once, since nobody keeps it.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Clock } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { MadeTrackingLink, TrackingLinks } from "@/lib/tracking/schema";
import { MadeLink } from "./made-link";

/** Read when it is first opened. */
export function ShareSheet({
  open,
  orderId,
  onClose,
}: {
  open: boolean;
  orderId: string;
  onClose: () => void;
}) {
  const t = useTranslations("shop.share");
  return (
    <Sheet open={open} onClose={onClose} title={t("title")}>
      <Links here={`/api/orders/${orderId}/tracking-links`} />
    </Sheet>
  );
}

function Links({ here }: { here: string }) {
  const t = useTranslations("shop.share");
  const errorText = useErrorText();
  const toast = useToast();
  const links = useResource<TrackingLinks>(here);
  const [made, setMade] = useState<MadeTrackingLink | null>(null);
  const make = useAction(async () => {
    setMade(await api.post<MadeTrackingLink>(here));
    await links.reload();
  });
  const revoke = useAction(async (id: string) => {
    try {
      await api.delete(`${here}/${id}`);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error; // it has ended already
    }
    if (made?.id === id) setMade(null);
    await links.reload();
    toast({ title: t("revoked"), tone: "success" });
  });
  const error = make.error ?? revoke.error ?? links.error;
  const given = links.data?.data ?? [];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="text-ink-2">{t("about")}</p>
      {error !== null && (
        <Notice tone="danger" live>
          {errorText(error)}
        </Notice>
      )}
      {made && <MadeLink link={made} />}
      <Button
        variant={made ? "secondary" : "primary"}
        pending={make.pending}
        onClick={() => void make.run()}
        className="justify-self-start"
      >
        {given.length > 0 ? t("another") : t("make")}
      </Button>
      {given.length > 0 && (
        <section className="grid gap-2 border-t border-line pt-4">
          <h3 className="text-base">{t("given")}</h3>
          <ul className="grid gap-1">
            {given.map(({ id, created_at }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-2">
                <span className="text-sm text-ink-2">
                  {t.rich("madeAt", { when: () => <Clock at={created_at} date /> })}
                </span>
                <Button variant="danger-quiet" size="sm" onClick={() => void revoke.run(id)}>
                  {t("revoke")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
