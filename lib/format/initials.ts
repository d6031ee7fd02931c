// A name's initials, with Turkish capitals (i → İ).

/** First letters of the first and last word: "Ayşe İnci Yılmaz" → "AY". Empty for an empty name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase("tr") ?? "").join("");
}
