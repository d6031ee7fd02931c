// Hands a section's client islands the messages they may need, and no others: what is not listed is not sent.
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages as AllMessages } from "@/lib/platform/i18n";

/** A namespace, or the one part of it that another panel's shared widget reads. */
type Words = keyof AllMessages | "vendor.refund" | "vendor.alarm";

/** Wraps a section. `common`, `errors` and `orders` are always there; name the section's own namespaces. */
export async function Messages({ namespaces = [], children }: { namespaces?: Words[]; children: ReactNode }) {
  const all = await getMessages();
  const { common, errors, orders } = all;
  const messages: Partial<AllMessages> = { common, errors, orders };
  for (const words of namespaces) {
    if (words === "vendor.refund" || words === "vendor.alarm") {
      const part = words === "vendor.refund" ? { refund: all.vendor.refund } : { alarm: all.vendor.alarm };
      Object.assign(messages, { vendor: { ...messages.vendor, ...part } });
    } else Object.assign(messages, { [words]: all[words] });
  }
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
