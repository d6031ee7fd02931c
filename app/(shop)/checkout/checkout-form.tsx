"use client";
// One screen: how, where, when, how paid. The quote beside it is live, and each problem stands at what has to change.
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Loading } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { api } from "@/lib/browser/api";
import { scrolling } from "@/lib/browser/motion";
import { useResource } from "@/lib/browser/use-resource";
import type { ShopBranch } from "@/lib/catalog/schema";
import type { Order } from "@/lib/orders/schema";
import type { Wallet } from "@/lib/wallet/schema";
import type { Cart } from "../cart/cart";
import { cartActions } from "../cart/cart-actions";
import { problemAt } from "../cart/problems";
import { useQuote } from "../cart/use-quote";
import { type ChosenPlace, placeOfAddress, type SavedAddress } from "../place/place";
import { rememberPlace } from "../place/use-place";
import { AddressSection } from "./address-section";
import { CouponSection } from "./coupon-section";
import { type Draft, missingIn, orderBody, recallDraft, rememberDraft, savedAt } from "./draft";
import { PaymentSection } from "./payment-section";
import { PlaceBar } from "./place-bar";
import { paymentBody, splitOf } from "./split";
import { Summary } from "./summary";
import { TimeSection } from "./time-section";
import { TipSection } from "./tip-section";
import { TypeSection } from "./type-section";
import { usePlaceOf } from "./use-place-of";
import { usePlaceOrder } from "./use-place-order";

/** Rendered in the browser only: it starts from what this tab kept. */
export function CheckoutForm({
  cart,
  branch,
  place: chosen,
  addresses,
  wallet: firstWallet,
}: {
  cart: Cart;
  branch: ShopBranch;
  place: ChosenPlace | null;
  addresses: SavedAddress[];
  wallet: Wallet | undefined;
}) {
  const t = useTranslations("shop.checkout");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = recallDraft();
    return branch.accepts_delivery ? kept : { ...kept, type: "pickup" };
  });
  const [place, setPlace] = usePlaceOf(chosen, addresses);
  const [tried, setTried] = useState(false);
  useEffect(() => rememberDraft(draft), [draft]);

  const saved = savedAt(place, addresses);
  const body = useMemo(
    () => orderBody(branch.id, cart, draft, place, saved),
    [branch.id, cart, draft, place, saved],
  );
  const asked = useMemo(() => withoutShortText(body), [body]);
  const { quote, pending, error, refresh, show } = useQuote(asked);
  const problems = quote?.problems ?? [];
  const missing = missingIn(draft, place, saved);
  const { data: wallet, reload: reloadWallet } = useResource<Wallet>("/api/wallet", firstWallet);
  const split = quote && splitOf(draft, quote.total_minor, wallet?.balance_minor ?? 0);

  const order = usePlaceOrder({
    onPlaced: async (placed) => {
      await keepAddress(placed);
      rememberDraft(null);
      router.push(placed.payment_id ? `/orders/${placed.id}/pay` : `/orders/${placed.id}`);
      cartActions.clear();
    },
    onQuote: show,
    onRefused: () => {
      void refresh();
      void reloadWallet(); // other tabs, other devices and refunds change it
    },
  });

  async function keepAddress({ address }: Order) {
    if (!draft.keepAddress || saved || !place || !address) return;
    const { text, lat, lng, neighborhood_id } = address;
    const label = place.label.slice(0, 40);
    // The order stands whether or not its address could be kept as well.
    const kept = await api
      .post<SavedAddress>("/api/addresses", {
        ...{ label, text, lat, lng },
        ...(neighborhood_id && { neighborhood_id }),
      })
      .catch(() => null);
    if (kept) rememberPlace(placeOfAddress(kept)); // so that the next order finds it chosen, and asks for no door
  }

  function submit() {
    setTried(true);
    if (!quote || !split || pending) return;
    if (missing || problems.length > 0) {
      requestAnimationFrame(() => {
        const first = form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]");
        first?.scrollIntoView({ block: "center", behavior: scrolling() });
        first?.focus({ preventScroll: true });
      });
      return;
    }
    void order.send({ ...body, ...paymentBody(split) }, quote.total_minor);
  }

  if (order.placed) {
    return (
      <Loading className="grid justify-items-center gap-4 py-20 text-lg">
        <Spinner className="text-4xl text-brand-ink" />
        <p>{t(split?.method === "card" ? "openingPayment" : "placed")}</p>
      </Loading>
    );
  }

  const change = (next: Partial<Draft>) => setDraft((now) => ({ ...now, ...next }));
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex flex-col gap-4 lg:grid lg:grid-cols-[1fr_23rem] lg:items-start lg:gap-6"
    >
      <div className="grid gap-4">
        <TypeSection branch={branch} draft={draft} problem={problemAt(problems, "type")} onChange={change} />
        {draft.type === "delivery" && (
          <AddressSection
            branch={branch}
            draft={draft}
            place={place}
            saved={saved}
            addresses={addresses}
            missing={tried ? missing : null}
            problem={problemAt(problems, "address")}
            onChange={change}
            onPlace={setPlace}
          />
        )}
        <TimeSection
          branch={branch}
          draft={draft}
          place={place}
          quote={quote}
          problem={problemAt(problems, "time")}
          onChange={change}
        />
        <PaymentSection draft={draft} wallet={wallet} split={split} onChange={change} />
        {draft.type === "delivery" && <TipSection draft={draft} onChange={change} />}
        <CouponSection
          code={draft.coupon}
          quote={quote}
          pending={pending}
          problem={problemAt(problems, "coupon")}
          onChange={(coupon) => change({ coupon })}
        />
        <Card as="div">
          <Field label={t("note")} hint={t("noteHint")}>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={500}
                value={draft.note}
                onChange={(event) => change({ note: event.target.value })}
              />
            )}
          </Field>
        </Card>
      </div>
      <div className="contents lg:sticky lg:top-[calc(var(--header)+1rem)] lg:grid lg:gap-4">
        <Summary
          cart={cart}
          quote={quote}
          split={split}
          pending={pending}
          pickup={draft.type === "pickup"}
          feeKnown={place !== null && !problemAt(problems, "address")}
        />
        {/* On a phone the button stays at the thumb from the first section on. */}
        <div className="sticky bottom-0 z-10 -mx-4 grid gap-2 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:static lg:mx-0 lg:border-0 lg:bg-transparent lg:p-0">
          <PlaceBar
            quote={quote}
            split={split}
            pending={pending}
            failure={error}
            order={order}
            onRefresh={refresh}
          />
        </div>
      </div>
    </form>
  );
}

/** A quote may be asked while the address is still being typed: without words rather than with too few of them. */
function withoutShortText(body: ReturnType<typeof orderBody>) {
  const { address, ...rest } = body;
  return address ? { ...rest, address: { lat: address.lat, lng: address.lng } } : rest;
}
