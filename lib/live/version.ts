// The version-gap rule. Every change of an order raises its version by one, and every message carries the version it
// left behind. A message that is exactly the next one tells all that happened; after a gap something was missed, and
// only a re-read through the API is right. A message at or below what is shown is old news (late, or doubled).

/** Whether something was missed between the version on screen (undefined: nothing yet) and a message's version. */
export function isGap(known: number | undefined, incoming: number): boolean {
  return known === undefined || incoming > known + 1;
}

/** Whether a message tells nothing that is not already on screen. */
export function isOldNews(known: number | undefined, incoming: number): boolean {
  return known !== undefined && incoming <= known;
}
