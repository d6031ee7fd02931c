// What a guard does to calls of a party that is slow, down, or says no. Time is the test's own.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { breakerState, fused, type Guard, guarded, Unanswered } from "./resilience";

class Down extends Error {}
class No extends Error {}

const down = async () => {
  throw new Down();
};
const no = async () => {
  throw new No();
};
const fine = async () => "fine";
const never = () => new Promise<string>(() => {});

let party: string;
let guard: Guard;
const newGuard = () => guarded(party, { isOutage: (error) => error instanceof Down });

beforeEach(() => {
  vi.useFakeTimers();
  party = crypto.randomUUID();
  guard = newGuard();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How a call ends, with all the time it needs. */
async function end(call: Promise<unknown>): Promise<unknown> {
  const settled = call.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}
const once = (work: () => Promise<unknown>) => end(guard(work, { retries: false }));
const repeatedly = (work: () => Promise<unknown>) => end(guard(work, { retries: true }));
const times = async (count: number, work: () => Promise<unknown>) => {
  for (let call = 0; call < count; call++) await once(work);
};

describe("a call", () => {
  it("that is answered returns the answer", async () => {
    expect(await once(fine)).toBe("fine");
  });

  it("that hangs is given up after 3 s", async () => {
    const start = Date.now();
    expect(await once(never)).toEqual(new Unanswered(party, "timeout"));
    expect(Date.now() - start).toBe(3000);
  });

  it("that must not be repeated is made once", async () => {
    const work = vi.fn(down);
    expect(await once(work)).toBeInstanceOf(Down);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("that may be repeated is made until it is answered", async () => {
    const work = vi.fn(fine).mockImplementationOnce(down).mockImplementationOnce(down);
    expect(await repeatedly(work)).toBe("fine");
    expect(work).toHaveBeenCalledTimes(3);
  });

  it("that fails three times fails as it failed last", async () => {
    const work = vi.fn(down);
    expect(await repeatedly(work)).toBeInstanceOf(Down);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it("that is refused is not repeated: no is an answer", async () => {
    const work = vi.fn(no);
    expect(await repeatedly(work)).toBeInstanceOf(No);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("with all its repeats takes 8 s at most, and starts nothing afterwards", async () => {
    const start = Date.now();
    const work = vi.fn(never);
    const ended = guard(work, { retries: true }).catch((error: unknown) => [error, Date.now() - start]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await ended).toEqual([new Unanswered(party, "timeout"), 8000]);
    expect(work.mock.calls.length).toBeLessThanOrEqual(3);
  });
});

describe("the breaker", () => {
  it("opens at the fifth failure in a row, and lets no call out", async () => {
    await times(4, down);
    expect(breakerState(party)).toBe("closed");
    await times(1, down);
    expect(breakerState(party)).toBe("open");
    const work = vi.fn(fine);
    expect(await repeatedly(work)).toEqual(new Unanswered(party, "breaker_open"));
    expect(work).not.toHaveBeenCalled();
  });

  it("opens when half of the calls fail, not below", async () => {
    await times(6, fine);
    await times(5, down);
    expect(breakerState(party)).toBe("closed");
    await times(1, down);
    expect(breakerState(party)).toBe("open");
  });

  it("counts calls that hang", async () => {
    await times(5, never);
    expect(breakerState(party)).toBe("open");
  });

  it("does not count refusals", async () => {
    await times(20, no);
    expect(breakerState(party)).toBe("closed");
  });

  it("forgets what failed more than 30 s ago", async () => {
    await times(4, down);
    vi.advanceTimersByTime(30_000);
    await times(4, down);
    expect(breakerState(party)).toBe("closed");
  });

  it("tries one call after 30 s, and closes when it is answered", async () => {
    await times(5, down);
    vi.advanceTimersByTime(29_999);
    expect(await once(fine)).toBeInstanceOf(Unanswered);
    vi.advanceTimersByTime(1);
    expect(await once(fine)).toBe("fine");
    expect(breakerState(party)).toBe("closed");
    await times(3, down);
    expect(breakerState(party)).toBe("closed");
  });

  it("stays open for another 30 s when the call it tries fails", async () => {
    await times(5, down);
    vi.advanceTimersByTime(30_000);
    await times(1, down);
    expect(breakerState(party)).toBe("open");
    expect(await once(fine)).toBeInstanceOf(Unanswered);
  });

  it("is one for all guards of a name, also in another bundle", async () => {
    await times(3, down);
    vi.resetModules();
    const other = await import("./resilience");
    class OtherDown extends Error {}
    const otherGuard = other.guarded(party, { isOutage: (error) => error instanceof OtherDown });
    const failing = async () => {
      throw new OtherDown();
    };
    for (let call = 0; call < 2; call++) await end(otherGuard(failing, { retries: false }));
    expect(breakerState(party)).toBe("open");
    expect(other.breakerState(party)).toBe("open");
    expect(await end(otherGuard(fine, { retries: false }))).toBeInstanceOf(other.Unanswered);
  });

  it("of a name that nobody guards is unknown", () => {
    expect(breakerState("nobody")).toBeNull();
  });
});

describe("a fuse", () => {
  type Result = { isUp: boolean };
  const up = async () => ({ isUp: true });
  const away = async () => ({ isUp: false });
  let whileUp: (work: () => Promise<Result>) => Promise<Result>;
  const ask = async (count: number, work: () => Promise<Result>) => {
    for (let call = 0; call < count; call++) await whileUp(work).catch(() => {});
  };
  beforeEach(() => {
    party = crypto.randomUUID(); // nobody's guard's
    whileUp = fused<Result>(party, ({ isUp }) => !isUp);
  });

  it("passes every result on, an outage's too, until half of at least ten were outages", async () => {
    await ask(4, up);
    await ask(5, away);
    expect(await whileUp(up)).toEqual({ isUp: true });
    expect(await whileUp(away)).toEqual({ isUp: false });
    expect(breakerState(party)).toBe("open");
    const work = vi.fn(up);
    await expect(whileUp(work)).rejects.toEqual(new Unanswered(party, "breaker_open"));
    expect(work).not.toHaveBeenCalled();
  });

  it("opens within twenty calls, however many went well before", async () => {
    await ask(1000, up);
    await ask(10, away);
    expect(breakerState(party)).toBe("closed");
    await ask(1, away);
    expect(breakerState(party)).toBe("open");
  });

  it("asks one a second later and lets nobody wait for how that ends; when it is answered, all may ask again", async () => {
    await ask(10, away);
    vi.advanceTimersByTime(1000);
    let answer: (result: Result) => void = () => {};
    const first = whileUp(
      () =>
        new Promise((done) => {
          answer = done;
        }),
    );
    await expect(whileUp(up)).rejects.toBeInstanceOf(Unanswered);
    answer({ isUp: true });
    await first;
    expect(await whileUp(up)).toEqual({ isUp: true });
  });

  it("does not count what is thrown: the party was not asked", async () => {
    await ask(30, async () => {
      throw new Error("no token");
    });
    expect(breakerState(party)).toBe("closed");
  });
});
