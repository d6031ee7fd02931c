// Calls to an outside party that cannot be trusted to answer: a time limit, a few retries and a circuit breaker around each.
// Knows no party; a domain names its own and says which errors mean that the party is down.
import {
  type CircuitBreakerPolicy,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhenResult,
  type IBreaker,
  isBrokenCircuitError,
  isTaskCancelledError,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
} from "cockatiel";
import { perProcess } from "./per-process";
import { traced } from "./tracing";

const ATTEMPT_MS = 3000;
const RETRIES = 2;
const RETRY_DELAY_MS = 200; // around this before the first retry and twice this before the second, by chance
const TOTAL_MS = 8000; // one call with all its attempts: what a person waits at most
const HALF_OPEN_AFTER_MS = 30_000;
const WINDOW_MS = 30_000;
const LEAST_CALLS = 5; // fewer say nothing about a share
const FAILED_SHARE = 0.5;

/** Nobody knows what came of the call: it took too long, or the breaker did not let it out. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
  readonly reason: "timeout" | "breaker_open";

  constructor(name: string, reason: "timeout" | "breaker_open") {
    super(`${name}: ${reason}`);
    this.reason = reason;
  }
}

export type BreakerState = "closed" | "half_open" | "open";
const NAME_OF = {
  [CircuitState.Closed]: "closed",
  [CircuitState.HalfOpen]: "half_open",
  [CircuitState.Open]: "open",
  [CircuitState.Isolated]: "open",
} as const;

const breakers = perProcess("breakers", () => new Map<string, CircuitBreakerPolicy>());

/** How the breaker of a guarded party stands; null when nothing has been guarded under that name in this process. */
export function breakerState(name: string): BreakerState | null {
  const breaker = breakers.get(name);
  return breaker ? NAME_OF[breaker.state] : null;
}

/** How every breaker of this process stands, by party. */
export function breakerStates(): [party: string, state: BreakerState][] {
  return [...breakers].map(([party, breaker]) => [party, NAME_OF[breaker.state]]);
}

/** `retries: true` only for calls that may be repeated without doing anything twice. */
export type Guard = <T>(work: () => Promise<T>, options: { retries: boolean }) => Promise<T>;

/**
 * A guard around calls to one party. An attempt has 3 s, a call with its retries 8 s; the breaker opens when half of the last 30 s' calls
 * failed (of five or more) and lets one call through after 30 s.
 * @param name the party; guards of one name share a breaker
 * @param isOutage whether an error says that the party is down; any other error is an answer, passed on at once
 * @throws Unanswered on a timeout or an open breaker; otherwise what `work` throws.
 */
export function guarded(name: string, { isOutage }: { isOutage: (error: unknown) => boolean }): Guard {
  const breaker = breakers.get(name) ?? newBreaker();
  breakers.set(name, breaker);
  const attemptLimit = timeout(ATTEMPT_MS, TimeoutStrategy.Aggressive);
  const totalLimit = timeout(TOTAL_MS, TimeoutStrategy.Aggressive);
  const repeatedly = retry(handleWhenResult(isFailed), {
    maxAttempts: RETRIES,
    backoff: new ExponentialBackoff({ initialDelay: RETRY_DELAY_MS }),
  });

  const call: Guard = async (work, { retries }) => {
    const attempt = (limit: AbortSignal) =>
      breaker.execute(
        ({ signal }) =>
          attemptLimit.execute(work, signal).then(
            (value) => ({ value }),
            (error: unknown) => ({ error, failed: isTaskCancelledError(error) || isOutage(error) }),
          ),
        limit,
      );
    const attempts = (limit: AbortSignal) =>
      repeatedly.execute(async ({ signal }) => {
        // The total limit may have run out while the retry waited for its turn.
        if (signal.aborted) throw new TaskCancelledError();
        return attempt(signal);
      }, limit);
    const outcome = await totalLimit
      .execute(({ signal }) => (retries ? attempts(signal) : attempt(signal)))
      .catch((error: unknown) => ({ error }));
    if ("value" in outcome) return outcome.value;
    if (isBrokenCircuitError(outcome.error)) throw new Unanswered(name, "breaker_open");
    if (isTaskCancelledError(outcome.error)) throw new Unanswered(name, "timeout");
    throw outcome.error;
  };
  return (work, options) => traced(`call ${name}`, { "kapgel.party": name }, () => call(work, options));
}

const PROBE_AFTER_MS = 1000;
const LAST_CALLS = 20;

/**
 * A breaker and nothing else, for a party that every request asks: work has its own time limit. It opens when more than half of the last
 * twenty calls failed (of ten or more), and lets one call through a second later.
 * @param isOutage whether what `work` returned says that the party is down
 * @throws Unanswered while the breaker is open; otherwise what `work` throws.
 */
export function fused<Result>(
  name: string,
  isOutage: (result: Result) => boolean,
): <T extends Result>(work: () => Promise<T>) => Promise<T> {
  const breaker =
    breakers.get(name) ??
    circuitBreaker(
      handleWhenResult((result) => isOutage(result as Result)),
      {
        halfOpenAfter: PROBE_AFTER_MS,
        breaker: new CountBreaker({
          threshold: FAILED_SHARE,
          size: LAST_CALLS,
          minimumNumberOfCalls: LAST_CALLS / 2,
        }),
      },
    );
  breakers.set(name, breaker);
  return async (work) => {
    // The library would let the others wait for how the one call ends, which may take as long as the party hangs.
    if (breaker.state === CircuitState.HalfOpen) throw new Unanswered(name, "breaker_open");
    try {
      return await breaker.execute(work);
    } catch (error) {
      throw isBrokenCircuitError(error) ? new Unanswered(name, "breaker_open") : error;
    }
  };
}

// A breaker judges outcomes, not errors: an error class of one bundle is not the same class in another.
function isFailed(outcome: unknown): boolean {
  return typeof outcome === "object" && outcome !== null && "failed" in outcome && outcome.failed === true;
}

function newBreaker(): CircuitBreakerPolicy {
  return circuitBreaker(handleWhenResult(isFailed), {
    halfOpenAfter: HALF_OPEN_AFTER_MS,
    breaker: new RecentCalls(),
  });
}

// Opens when half of the calls of the last 30 s failed. The library's SamplingBreaker drops one second of its window a call, so at a few
// calls a minute yesterday's outage would still count.
class RecentCalls implements IBreaker {
  state: { at: number; failed: boolean }[] = [];

  success(state: CircuitState): void {
    if (state === CircuitState.HalfOpen) this.state = [];
    this.add(false);
  }

  failure(state: CircuitState): boolean {
    this.add(true);
    const failures = this.state.filter(({ failed }) => failed).length;
    return (
      state !== CircuitState.Closed ||
      (this.state.length >= LEAST_CALLS && failures >= FAILED_SHARE * this.state.length)
    );
  }

  private add(failed: boolean): void {
    const now = Date.now();
    this.state = [...this.state.filter(({ at }) => at > now - WINDOW_MS), { at: now, failed }];
  }
}
