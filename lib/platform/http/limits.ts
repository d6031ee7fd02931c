// The limits of one API request: its address's, taken at the edge, its person's and its operation's. OpenAPI and callers read the headers.
import type { NextRequest } from "next/server";
import { ApiError } from "../errors";
import { count } from "../metrics";
import { take } from "../rate-limit/limiter";
import type { LimitName } from "../rate-limit/limits";
import { limitHeaders, type Verdict } from "../rate-limit/verdict";
import { EDGE_VERDICT } from "./edge-verdict";

const GUESSES = ["sign_in.wrong", "sign_in.wrong_again"] as const;

/**
 * Takes the person's and the operation's share of a request.
 * @param person whom the token names (subjectOf); a forged one gains nothing, since it is refused by the database
 * @param operation its own limit; null: none but the person's
 * @returns the headers of the answer
 * @throws ApiError RATE_LIMITED with Retry-After
 */
export async function admitted(
  request: NextRequest,
  person: string | null,
  operation: LimitName | null,
): Promise<Record<string, string>> {
  const names = person
    ? [...(operation === "courier.positions" ? [] : ["user" as const]), ...(operation ? [operation] : [])]
    : [];
  const taken = await Promise.all(names.map((name) => takeCounted(name, person ?? "")));
  const verdicts = [edgeVerdict(request), ...taken].filter((verdict) => verdict !== null);
  return admittedBy(verdicts);
}

/**
 * Refuses when one of several limits is full.
 * @throws ApiError RATE_LIMITED with Retry-After
 */
export function admittedBy(verdicts: readonly Verdict[]): Record<string, string> {
  const headers = limitHeaders(verdicts);
  if (verdicts.every(({ allowed }) => allowed)) return headers;
  throw new ApiError(
    "RATE_LIMITED",
    `Too many requests. Try again in ${headers["Retry-After"]} seconds.`,
    { retry_after: Number(headers["Retry-After"]) },
    headers,
  );
}

/**
 * Lets somebody try a password. Only wrong ones count, so that nobody waits for signing in rightly.
 * @param account what is guessed at
 * @throws ApiError RATE_LIMITED after too many wrong ones; otherwise what `attempt` throws
 */
export async function limitedGuesses<T>(account: string, attempt: () => Promise<T>): Promise<T> {
  const ask = (peek: boolean) => Promise.all(GUESSES.map((name) => takeCounted(name, account, peek)));
  admittedBy((await ask(true)).filter((verdict) => verdict !== null));
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof ApiError && error.code === "UNAUTHENTICATED") await ask(false);
    throw error;
  }
}

// Counted here and not by the limiter: that runs at the edge too, where nobody collects.
async function takeCounted(name: LimitName, who: string, peek = false): Promise<Verdict | null> {
  const verdict = await take(name, who, peek);
  if (verdict && !verdict.allowed) count("kapgel_rate_limited_total", { limit: name });
  return verdict;
}

function edgeVerdict(request: NextRequest): Verdict | null {
  const [limit, remaining, resetAt] = (request.headers.get(EDGE_VERDICT) ?? "").split(" ").map(Number);
  return limit && resetAt ? { allowed: true, limit, remaining: remaining ?? 0, resetAt } : null;
}

/** Whom a token says it is of; null where it says nothing. Not proven: the database does that. */
export function subjectOf(token: string): string | null {
  try {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as {
      sub?: unknown;
    };
    return typeof claims.sub === "string" ? claims.sub : null;
  } catch {
    return null;
  }
}
