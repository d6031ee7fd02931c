// Telephone numbers as links.

/** The `tel:` link of a number however it is written: "+90 216 555 01 14" → "tel:+902165550114". */
export function telephoneUrl(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, "")}`;
}
