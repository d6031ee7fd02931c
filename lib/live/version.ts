// Every change of an order raises its version by one, and every message carries the version it left behind. A message is a hint: what it says
// may be shown at once, and the rest is read again through the API, which also mends whatever was missed.

/** Whether a message tells nothing that is not already on screen (`known`, undefined: nothing yet): it is late, or doubled. */
export function isOldNews(known: number | undefined, incoming: number): boolean {
  return known !== undefined && incoming <= known;
}
