// The number of new orders in the tab's title, "(3) …", and on the installed app's icon. Next rewrites the title on navigation, so it is
// watched.

/** Shows `count` (nothing for zero) before the page's title; returns how to stop. */
export function showInTitle(count: number): () => void {
  const write = () => {
    const plain = document.title.replace(/^\(\d+\) /, "");
    const title = count > 0 ? `(${count}) ${plain}` : plain;
    if (document.title !== title) document.title = title;
  };
  write();
  // Where there are no badges, or none is allowed, the title tells it.
  const badge = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  badge?.catch(() => undefined);
  const watcher = new MutationObserver(write);
  watcher.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    watcher.disconnect();
    document.title = document.title.replace(/^\(\d+\) /, "");
  };
}
