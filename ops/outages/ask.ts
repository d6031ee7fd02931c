// One request as a stranger's program makes it, and what it was answered in a word: a success, the contract's error envelope, or neither.
const PATIENCE_MS = 40_000; // longer than anything in the house may take

export type Asked = {
  method?: string;
  path: string;
  token?: string | undefined;
  key?: string | undefined;
  body?: unknown;
};
export type Answered = {
  /** As "200" or "503 UNAVAILABLE"; anything that the contract does not know says what it was. */
  answer: string;
  text: string;
  /** The text as JSON; null where it is none. */
  body: unknown;
};

let callers = 0;

/** Asks, and never throws. */
export async function ask(
  base: string,
  { method = "GET", path, token, key, body }: Asked,
): Promise<Answered> {
  const caller = ++callers;
  try {
    const response = await fetch(base + path, {
      method,
      headers: {
        "X-Forwarded-For": `10.${(caller >> 16) & 255}.${(caller >> 8) & 255}.${caller & 255}`,
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(key && { "Idempotency-Key": key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    const said = parsed(text);
    return { answer: inAWord(response, said), text, body: said };
  } catch (error) {
    return { answer: `no answer (${error instanceof Error ? error.name : error})`, text: "", body: null };
  }
}

function inAWord({ status, headers }: Response, said: unknown): string {
  if (status < 400) return String(status);
  const { code, error, details, request_id } = (said ?? {}) as Record<string, unknown>;
  const isEnvelope =
    typeof code === "string" &&
    typeof error === "string" &&
    typeof details === "object" &&
    request_id === headers.get("x-request-id");
  if (!isEnvelope) return `${status} outside the contract`;
  if (status === 503 && !(Number(headers.get("retry-after")) > 0)) return `503 ${code} without Retry-After`;
  return `${status} ${code}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
