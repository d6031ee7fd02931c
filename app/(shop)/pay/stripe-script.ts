// Stripe's own script, fetched when somebody pays through Stripe and not before. Stripe requires it to come from js.stripe.com;
// only what we use of it is described here.

const SCRIPT = "https://js.stripe.com/v3";

type StripeElement = {
  mount: (node: HTMLElement) => void;
  destroy: () => void;
  on: (event: "ready" | "loaderror", run: () => void) => void;
};
export type StripeElements = { create: (kind: "payment") => StripeElement };
export type Stripe = {
  elements: (options: {
    clientSecret: string;
    locale: string;
    appearance: { theme: "stripe" | "night"; variables: Record<string, string> };
  }) => StripeElements;
  confirmPayment: (options: {
    elements: StripeElements;
    redirect: "if_required";
    confirmParams: { return_url: string };
  }) => Promise<{ error?: { type: string } }>;
};
declare global {
  interface Window {
    Stripe?: (publishableKey: string) => Stripe;
  }
}

let script: Promise<void> | undefined;

/** Stripe for a publishable key. @throws when the script cannot be had; the next call tries again. */
export async function loadStripe(publishableKey: string): Promise<Stripe> {
  script ??= new Promise<void>((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = SCRIPT;
    tag.onload = () => resolve();
    tag.onerror = () => {
      tag.remove();
      script = undefined;
      reject(new Error(`${SCRIPT} could not be loaded`));
    };
    document.head.append(tag);
  });
  await script;
  if (!window.Stripe) throw new Error(`${SCRIPT} brought no Stripe`);
  return window.Stripe(publishableKey);
}
