// Whoever goes by keyboard never falls off the page: when what had the focus is gone, it goes on from somewhere near.

/** Where nothing in sight has the focus any more: gives it to `before`, or, where that is gone too, to the page's content. */
export function keepFocus(before: Element | null = null): void {
  if (isKept()) return;
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  if (!isKept()) document.getElementById("content")?.focus({ preventScroll: true });
}

/** A dialog that has just been closed still holds the focus until the page is drawn. */
function isKept(): boolean {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && activeElement.checkVisibility();
}
