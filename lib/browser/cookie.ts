const YEAR_S = 31_536_000;

/** Keeps a word for a year where the server reads it, on the pages below `path`; null forgets it. The word is plain: nothing is escaped. */
export function keepCookie(name: string, value: string | null, path = "/"): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in Firefox, and these are plain
  document.cookie = `${name}=${value ?? ""}; path=${path}; max-age=${value ? YEAR_S : 0}; samesite=lax`;
}
