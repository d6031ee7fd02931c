// An e-mail ready to be sent, from its kind, its reader's language and its facts.
import { render } from "@react-email/components";
import type { Locale } from "@/lib/platform/locales";
import { contentOf } from "./content";
import { Email } from "./layout";
import type { EmailData, EmailKind } from "./schema";
import { textOf } from "./text";

/**
 * Renders one e-mail.
 * @throws ZodError when the data is not what the kind needs.
 */
export async function renderEmail<K extends EmailKind>(
  kind: K,
  locale: Locale,
  data: EmailData<K>,
): Promise<{ subject: string; html: string; text: string }> {
  const content = contentOf(kind, locale, data);
  const html = await render(<Email content={content} locale={locale} />);
  return { subject: content.subject, html, text: textOf(content) };
}
