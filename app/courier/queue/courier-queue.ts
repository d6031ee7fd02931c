// The courier's taps, kept in this browser until the server has answered each: written down before they are sent, sent one after the other,
// by one tab at a time. A reload or a dead battery loses none, and keys keep any from being done twice. Photographs go when no tap waits.
import { ApiError, api } from "@/lib/browser/api";
import type { Order } from "@/lib/orders/schema";
import {
  currentOf,
  EMPTY,
  nextOf,
  type Op,
  photoPathOf,
  type Queue,
  readQueue,
  requestOf,
  verdictOf,
  withoutRefused,
} from "./op";
import { forgetPhoto, photoOf } from "./photo-store";

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;
type Waiter = { resolve: (order: Order | null) => void; reject: (error: unknown) => void };

export class CourierQueue {
  readonly #place: string;
  readonly #onOrder: (order: Order) => void;
  readonly #watchers = new Set<() => void>();
  readonly #waiters = new Map<string, Waiter>();
  #known: Queue | null = null;
  #stored = true; // whether storage holds what is known here
  #sending = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onOrder` gets each order as the server left it. */
  constructor(courierId: string, onOrder: (order: Order) => void) {
    this.#place = `courier-queue:${courierId}`;
    this.#onOrder = onOrder;
  }

  /** The queue as it is now; the same object until it changes. */
  read = (): Queue => {
    if (this.#known === null) {
      try {
        this.#known = readQueue(localStorage.getItem(this.#place));
      } catch {
        this.#stored = false;
        this.#known = EMPTY; // storage is blocked: taps live as long as this tab
      }
    }
    return this.#known;
  };

  #write(next: Queue): void {
    this.#known = next;
    try {
      localStorage.setItem(this.#place, JSON.stringify(next));
      this.#stored = true;
    } catch {
      this.#stored = false; // as above
    }
    for (const notify of this.#watchers) notify();
  }

  subscribe = (notify: () => void): (() => void) => {
    this.#watchers.add(notify);
    return () => this.#watchers.delete(notify);
  };

  /** Sends what waits, now, when the network comes back and when another tab has added something, until the returned function is called. */
  start(): () => void {
    const onOnline = () => {
      this.#failures = 0;
      void this.#send();
    };
    const onStorage = ({ key }: StorageEvent) => {
      if ((key !== null && key !== this.#place) || !this.#stored) return;
      this.#known = null;
      for (const notify of this.#watchers) notify();
    };
    window.addEventListener("online", onOnline);
    window.addEventListener("storage", onStorage);
    void this.#send();
    return () => {
      clearTimeout(this.#timer);
      window.removeEventListener("online", onOnline);
      window.removeEventListener("storage", onStorage);
    };
  }

  /** Does `op`, now or when there is a network. Answers the order, or null while it waits. Throws the ApiError that refused it. */
  act(op: Op): Promise<Order | null> {
    this.#write({ ...this.read(), ops: [...this.read().ops, op] });
    const answer = new Promise<Order | null>((resolve, reject) =>
      this.#waiters.set(op.key, { resolve, reject }),
    );
    void this.#send();
    return answer;
  }

  /** Forgets what was dropped, once it has been read. */
  dismiss(): void {
    this.#write({ ...this.read(), dropped: [] });
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    try {
      await exclusively(this.#place, async () => {
        if (this.#stored) this.#known = null; // another tab may have sent some meanwhile
        while (await this.#sendOne(nextOf(this.read().ops))) {}
      });
    } finally {
      this.#sending = false;
    }
    if (this.#failures === 0 && this.read().ops.length > 0) return this.#send(); // added while the lock was given back
    // Whoever still waits does so without a network, or another tab has done it for them.
    for (const { resolve } of this.#waiters.values()) resolve(null);
    this.#waiters.clear();
    if (this.read().ops.length === 0) return;
    const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, this.#failures - 1));
    this.#timer = setTimeout(() => void this.#send(), delay);
  }

  /** Whether to go on with the next. */
  async #sendOne(op: Op | undefined): Promise<boolean> {
    if (!op) return false;
    const options = { idempotencyKey: op.key, on401: "throw" } as const;
    try {
      if (op.kind === "photo") {
        const photo = await photoOf(op.key);
        if (photo) await api.post(photoPathOf(op), photo, options);
        await forgetPhoto(op.key);
        this.#settle(op, null);
      } else {
        const { path, body } = requestOf(op);
        this.#settle(op, await api.post<Order>(path, body, options));
      }
    } catch (error) {
      const verdict = verdictOf(op, error);
      if (verdict === "later") {
        this.#failures += 1;
        return false;
      }
      const current = currentOf(error);
      if (verdict === "done" && current) this.#settle(op, current);
      else this.#drop(op, error, current);
    }
    this.#failures = 0;
    return true;
  }

  #settle(op: Op, order: Order | null): void {
    const { ops, dropped } = this.read();
    if (order) this.#onOrder(order); // before the tap is taken off, so that no screen shows the order without either
    this.#write({ ops: ops.filter(({ key }) => key !== op.key), dropped });
    this.#waiters.get(op.key)?.resolve(order);
    this.#waiters.delete(op.key);
  }

  #drop(op: Op, error: unknown, current: Order | null): void {
    const waiter = this.#waiters.get(op.key);
    if (current) this.#onOrder(current);
    this.#write(withoutRefused(this.read(), op, error, waiter !== undefined));
    waiter?.reject(
      error instanceof ApiError ? error : new Error("The tap could not be sent", { cause: error }),
    );
    this.#waiters.delete(op.key);
  }
}

/** One tab at a time, where the browser can. */
async function exclusively(name: string, work: () => Promise<void>): Promise<void> {
  if ("locks" in navigator) await navigator.locks.request(name, work);
  else await work();
}
