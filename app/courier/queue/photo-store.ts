// Photographs that wait for a network, in this browser: too large for where the taps are kept. Where the browser keeps nothing, they live as
// long as this tab.

const DATABASE = "courier-photos";
const SHELF = "photos";
const inTab = new Map<string, Blob>();

/** Keeps a photograph under its tap's key. */
export async function keepPhoto(key: string, photo: Blob): Promise<void> {
  inTab.set(key, photo);
  await onShelf("readwrite", (shelf) => shelf.put(photo, key)).catch(() => undefined);
}

/** The photograph of a tap; null when it is not here. */
export async function photoOf(key: string): Promise<Blob | null> {
  const kept = inTab.get(key) ?? (await onShelf("readonly", (shelf) => shelf.get(key)).catch(() => null));
  return kept instanceof Blob ? kept : null;
}

/** Forgets it. */
export async function forgetPhoto(key: string): Promise<void> {
  inTab.delete(key);
  await onShelf("readwrite", (shelf) => shelf.delete(key)).catch(() => undefined);
}

async function onShelf<T>(
  mode: IDBTransactionMode,
  ask: (shelf: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF);
  const database = await answered(opening);
  try {
    return await answered(ask(database.transaction(SHELF, mode).objectStore(SHELF)));
  } finally {
    database.close();
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
