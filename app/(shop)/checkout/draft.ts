// What a person has decided at the checkout, and the order it makes. Kept for this tab, so that a reload asks nothing twice.
import { type Cart, itemsOf } from "../cart/cart";
import type { ChosenPlace, SavedAddress } from "../place/place";

export type Draft = {
  type: "delivery" | "pickup";
  /** Street, number and door for a place that is not a saved address. */
  details: string;
  keepAddress: boolean;
  scheduled_for: string | null;
  /** How what store credit does not pay is paid. */
  payment_method: "cash" | "card_on_delivery" | "card";
  use_credit: boolean;
  tip_minor: number;
  note: string;
  /** As it was typed; empty: none. */
  coupon: string;
};

export const NEW_DRAFT: Draft = {
  type: "delivery",
  details: "",
  keepAddress: false,
  scheduled_for: null,
  payment_method: "cash",
  use_credit: false,
  tip_minor: 0,
  note: "",
  coupon: "",
};

const PLACE = "checkout-draft";
const LEAST_DETAILS = 5;

/** The draft this tab kept; a fresh one otherwise. */
export function recallDraft(): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "{}") as Partial<Draft>;
    const sane = Object.entries(kept).filter(([name, value]) => {
      const expected = NEW_DRAFT[name as keyof Draft];
      return typeof value === typeof expected || (name === "scheduled_for" && typeof value === "string");
    });
    return { ...NEW_DRAFT, ...Object.fromEntries(sane) };
  } catch {
    return NEW_DRAFT;
  }
}

/** Keeps the draft for this tab; null forgets it. */
export function rememberDraft(draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(PLACE, JSON.stringify(draft));
    else sessionStorage.removeItem(PLACE);
  } catch {
    // Storage is blocked or full: the draft lives as long as the page.
  }
}

/** The saved address that a place is, if it is one. */
export function savedAt(place: ChosenPlace | null, addresses: SavedAddress[]): SavedAddress | undefined {
  return addresses.find(
    ({ lat, lng, text }) => lat === place?.lat && lng === place.lng && text === place.text,
  );
}

/** The delivery address in words: a saved one as it is, another with its street first. */
export function addressText(place: ChosenPlace, saved: SavedAddress | undefined, details: string): string {
  return saved ? saved.text : [details.trim(), place.text].filter(Boolean).join(", ").slice(0, 300);
}

/** What still has to be said before the order can be sent. */
export function missingIn(
  draft: Draft,
  place: ChosenPlace | null,
  saved: SavedAddress | undefined,
): "place" | "details" | null {
  if (draft.type === "pickup") return null;
  if (!place) return "place";
  return !saved && draft.details.trim().length < LEAST_DETAILS ? "details" : null;
}

/** The body of POST /api/quotes; with the payment (see split.ts) it is also POST /api/orders'. */
export function orderBody(
  branchId: string,
  cart: Cart,
  draft: Draft,
  place: ChosenPlace | null,
  saved: SavedAddress | undefined,
) {
  const pickup = draft.type === "pickup";
  return {
    branch_id: branchId,
    type: draft.type,
    items: itemsOf(cart),
    ...(!pickup &&
      place && {
        address: {
          text: addressText(place, saved, draft.details),
          lat: place.lat,
          lng: place.lng,
          ...(place.neighborhood_id !== null && { neighborhood_id: place.neighborhood_id }),
        },
      }),
    ...(draft.note.trim() && { note: draft.note.trim() }),
    ...(draft.scheduled_for && { scheduled_for: draft.scheduled_for }),
    ...(draft.coupon && { coupon: draft.coupon }),
    ...(!pickup && draft.tip_minor > 0 && { tip_minor: draft.tip_minor }),
  };
}
