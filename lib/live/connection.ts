// One realtime socket a tab, shared by everything on the page that listens. Topics are joined while someone wants
// them. Nothing here is trusted to be complete: listeners re-read on every join. A lost socket is replaced as a whole,
// a refused topic is asked again; both wait longer each time.
import type { RealtimeChannel, RealtimeClient } from "@supabase/supabase-js";
import { type RealtimeAccess, renewIn } from "./access.ts";

export type LiveMessage = { topic: string; event: string; payload: Record<string, unknown> };
export type LiveListener = {
  onMessage: (message: LiveMessage) => void;
  onChange: () => void;
  onJoin: () => void;
};
type Topic = {
  listeners: Set<LiveListener>;
  joined: boolean;
  tries: number;
  channel: RealtimeChannel | null;
};

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
const SOONEST_RENEWAL_MS = 5_000;
/** A topic nobody wants is kept this long: the next page, or React's second mount, often wants it again. */
const LINGER_MS = 1_000;

/** Milliseconds before try number `tries` (from 0): doubling, capped, with jitter so that browsers do not return as one. */
export function backoff(tries: number, random: number = Math.random()): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** tries) * (0.5 + random / 2);
}

export class LiveConnection {
  readonly #access: () => Promise<RealtimeAccess>;
  readonly #connect: (access: RealtimeAccess) => Promise<RealtimeClient>;
  readonly #heard: (topic: string, at: unknown) => void;
  readonly #topics = new Map<string, Topic>();
  readonly #leaving = new Map<string, Promise<unknown>>();
  #client: RealtimeClient | null = null;
  #epoch = 0; // a client's callbacks count only while its epoch is the current one
  #tries = 0;
  #restart: ReturnType<typeof setTimeout> | undefined;
  #renewal: ReturnType<typeof setTimeout> | undefined;

  constructor(
    access: () => Promise<RealtimeAccess>,
    connect: (access: RealtimeAccess) => Promise<RealtimeClient>,
    heard: (topic: string, at: unknown) => void = () => {},
  ) {
    this.#access = access;
    this.#connect = connect;
    this.#heard = heard;
  }

  /** Listens to a topic until the returned function is called. */
  subscribe(name: string, listener: LiveListener): () => void {
    let topic = this.#topics.get(name);
    if (!topic) {
      topic = { listeners: new Set(), joined: false, tries: 0, channel: null };
      this.#topics.set(name, topic);
      if (this.#client) void this.#join(name, topic);
      else if (this.#topics.size === 1) this.restart();
    }
    const kept = topic;
    kept.listeners.add(listener);
    if (kept.joined) listener.onJoin();
    return () => {
      kept.listeners.delete(listener);
      setTimeout(() => kept.listeners.size === 0 && this.#leave(name, kept), LINGER_MS);
    };
  }

  /** Whether messages of this topic are arriving. */
  isJoined(name: string): boolean {
    return this.#topics.get(name)?.joined ?? false;
  }

  /** Drops the socket and opens a new one at once: for when the old one cannot be trusted. */
  restart(): void {
    this.#close();
    if (this.#topics.size > 0) void this.#open(this.#epoch);
  }

  async #open(epoch: number): Promise<void> {
    try {
      const access = await this.#access();
      const client = await this.#connect(access);
      if (epoch !== this.#epoch) {
        void client.disconnect();
        return;
      }
      this.#client = client;
      this.#renewLater(access, epoch);
      for (const [name, topic] of this.#topics) void this.#join(name, topic);
    } catch {
      if (epoch === this.#epoch) this.#restartLater();
    }
  }

  #close(): void {
    this.#epoch += 1;
    clearTimeout(this.#restart);
    clearTimeout(this.#renewal);
    void this.#client?.disconnect();
    this.#client = null;
    this.#restart = undefined;
    this.#leaving.clear();
    for (const topic of this.#topics.values()) {
      topic.channel = null;
      this.#mark(topic, false);
    }
  }

  #restartLater(): void {
    if (this.#restart) return;
    this.#restart = setTimeout(() => this.restart(), backoff(this.#tries));
    this.#tries += 1;
  }

  #renewLater(access: RealtimeAccess, epoch: number): void {
    this.#renewal = setTimeout(
      async () => {
        try {
          const next = await this.#access();
          if (epoch !== this.#epoch) return;
          await this.#client?.setAuth(next.access_token);
          this.#renewLater(next, epoch);
        } catch {
          if (epoch === this.#epoch) this.#restartLater();
        }
      },
      Math.max(SOONEST_RENEWAL_MS, renewIn(access)),
    );
  }

  async #join(name: string, topic: Topic): Promise<void> {
    const epoch = this.#epoch;
    await this.#leaving.get(name);
    const client = this.#client;
    if (!client || epoch !== this.#epoch || topic.channel || this.#topics.get(name) !== topic) return;
    const channel = client.channel(name, { config: { private: true } });
    topic.channel = channel;
    channel.on("broadcast", { event: "*" }, ({ event, payload }) => {
      for (const listener of topic.listeners)
        listener.onMessage({ topic: name, event, payload: payload ?? {} });
      this.#heard(name, payload?.at);
    });
    channel.subscribe((status) => {
      if (epoch !== this.#epoch || topic.channel !== channel) return;
      if (status === "SUBSCRIBED") {
        this.#tries = 0;
        topic.tries = 0;
        this.#mark(topic, true);
        for (const listener of topic.listeners) listener.onJoin();
        return;
      }
      this.#mark(topic, false);
      if (client.isConnected()) this.#joinLater(name, topic);
      else this.#restartLater();
    });
  }

  #joinLater(name: string, topic: Topic): void {
    const epoch = this.#epoch;
    this.#remove(name, topic);
    setTimeout(() => epoch === this.#epoch && void this.#join(name, topic), backoff(topic.tries));
    topic.tries += 1;
  }

  #leave(name: string, topic: Topic): void {
    if (this.#topics.get(name) !== topic) return;
    this.#topics.delete(name);
    this.#remove(name, topic);
    if (this.#topics.size === 0) this.#close();
  }

  /** The client hands out one channel a topic: a new one must wait until the old one has left. */
  #remove(name: string, topic: Topic): void {
    const { channel } = topic;
    topic.channel = null;
    if (channel && this.#client)
      this.#leaving.set(
        name,
        this.#client.removeChannel(channel).catch(() => "error"),
      );
  }

  #mark(topic: Topic, joined: boolean): void {
    if (topic.joined === joined) return;
    topic.joined = joined;
    for (const listener of topic.listeners) listener.onChange();
  }
}
