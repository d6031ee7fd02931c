// Hands a section's client islands the messages they may need, and no others: what is not listed is not sent.
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages as AllMessages } from "@/lib/platform/i18n";

type Namespace = keyof AllMessages;
/** A namespace, or one part of it: what another panel's shared widget reads. */
type Words = Namespace | { [N in Namespace]: `${N}.${keyof AllMessages[N] & string}` }[Namespace];

/** Wraps a section. `common`, `errors` and `orders` are always there; name the section's own namespaces. */
export async function Messages({ namespaces = [], children }: { namespaces?: Words[]; children: ReactNode }) {
  const all = await getMessages();
  const { common, errors, orders } = all;
  const messages: { [name: string]: object } = { common, errors, orders };
  for (const words of namespaces) {
    const [namespace, part] = words.split(".") as [Namespace, string?];
    const whole: Record<string, unknown> = all[namespace];
    messages[namespace] = part ? { ...messages[namespace], [part]: whole[part] } : whole;
  }
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
