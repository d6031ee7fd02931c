"use client";
// Giving money back for an order: what, where to and why; then exactly what will happen; then what happened. Asked twice it is one
// refund: the key belongs to what is asked for, and a lost answer is asked for again under it.
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Sheet } from "@/components/ui/sheet";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useIntentKey } from "@/lib/browser/use-intent-key";
import type { Order } from "@/lib/orders/schema";
import type { Refund } from "@/lib/payments/schema";
import { chosenMinor, draftOf, firstChoice, type RefundChoice } from "./refund-draft";
import { RefundForm } from "./refund-form";
import { RefundDone, RefundPreview } from "./refund-preview";

/** Sooner than this nobody has read what they confirm, or leave: it is the second half of a double click. */
const READ_MS = 600;

/** Asks about `order`; `onChanged` is called when the order should be read again, `onClose` when there is nothing left to ask. */
export function RefundSheet({
  open,
  order,
  onClose,
  onChanged,
}: {
  open: boolean;
  order: Order | null;
  onClose: () => void;
  onChanged: () => void;
}) {
  const t = useTranslations("vendor.refund");
  const common = useTranslations("common");
  const intent = useIntentKey(`refund:${order?.id}`);
  const [edited, setEdited] = useState<RefundChoice | null>(null);
  const [checked, setChecked] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const [done, setDone] = useState<Refund | null>(null);
  const previewedAt = useRef(0);
  const choice = edited ?? (order && firstChoice(order));
  const draft = order && choice && draftOf(order, choice);
  const minor = order && choice && chosenMinor(order, choice);

  const give = useAction(async () => {
    if (!order || !draft) return;
    try {
      const path = `/api/orders/${order.id}/refunds`;
      setDone(await api.post<Refund>(path, draft, { idempotencyKey: intent.keyFor(draft) }));
      intent.done();
      onChanged();
    } catch (error) {
      // Refused for what the order has become meanwhile: the choice stands on what is left. A lost answer may have been a refund, too.
      if (error instanceof ApiError && error.status >= 400) setPreviewing(false);
      onChanged();
      throw error;
    }
  });
  function close() {
    setEdited(null);
    setChecked(false);
    setPreviewing(false);
    setDone(null);
    give.reset();
    onClose();
  }
  function preview() {
    setChecked(true);
    if (!draft) return;
    give.reset();
    previewedAt.current = Date.now();
    setPreviewing(true);
  }
  const unread = () => Date.now() - previewedAt.current < READ_MS;

  let footer: ReactNode;
  if (done) footer = <Button onClick={close}>{t("close")}</Button>;
  else if (previewing) {
    footer = (
      <>
        <Button key="back" variant="ghost" onClick={() => setPreviewing(false)}>
          {common("back")}
        </Button>
        <Button
          key="give"
          data-testid="refund-confirm"
          pending={give.pending}
          onClick={() => unread() || void give.run()}
        >
          {t.rich("give", { amount: () => <Money minor={minor ?? 0} /> })}
        </Button>
      </>
    );
  } else {
    footer = (
      <>
        <Button key="keep" variant="ghost" onClick={close}>
          {common("keep")}
        </Button>
        <Button key="next" data-testid="refund-next" onClick={preview}>
          {t("next")}
        </Button>
      </>
    );
  }

  return (
    <Sheet
      open={open && order !== null}
      onClose={() => unread() || close()}
      dismissable={!give.pending}
      title={t("title", { number: order?.number ?? "" })}
      footer={footer}
    >
      {order &&
        choice &&
        (done ? (
          <RefundDone refund={done} name={order.customer.full_name} />
        ) : previewing ? (
          <RefundPreview order={order} choice={choice} minor={minor ?? 0} error={give.error} />
        ) : (
          <RefundForm
            order={order}
            choice={choice}
            minor={minor}
            checked={checked}
            error={give.error}
            onChange={(change) => setEdited({ ...choice, ...change })}
          />
        ))}
    </Sheet>
  );
}
