// The browser's way to KapGel's own HTTP API. One function, typed answers, one error class.
// A GET is retried on a lost network; a write is not retried by itself: the person's next try carries the same key.

const TIMEOUT_MS = 15_000;
const RETRY_DELAYS_MS = [400, 1_200];

/** A failed request. `code` is the API's code, or NETWORK / TIMEOUT when no answer came. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;
  readonly requestId: string | undefined;
  /** Seconds to wait before another try, where the server said so. */
  readonly retryAfter: number | undefined;

  constructor(failure: {
    status: number;
    code: string;
    message: string;
    details?: Record<string, unknown> | undefined;
    requestId?: string | undefined;
    retryAfter?: number | undefined;
  }) {
    super(failure.message);
    this.status = failure.status;
    this.code = failure.code;
    this.details = failure.details ?? {};
    this.requestId = failure.requestId;
    this.retryAfter = failure.retryAfter;
  }

  /** The messages for one field of a VALIDATION_ERROR. */
  field(name: string): string[] | undefined {
    const messages = this.details[name];
    return Array.isArray(messages) && messages.every((text) => typeof text === "string")
      ? messages
      : undefined;
  }
}

/** What somebody else saved meanwhile, where that is why a change was refused (VERSION_CONFLICT). */
export function savedMeanwhile<T>(error: unknown): T | undefined {
  const isOld = error instanceof ApiError && error.code === "VERSION_CONFLICT";
  return isOld ? (error.details.current as T | undefined) : undefined;
}

type Options = {
  signal?: AbortSignal | undefined;
  /** Sent as Idempotency-Key; the same for every try of one intent (see `useIntentKey`). */
  idempotencyKey?: string | undefined;
  /** On 401: go to the sign-in page and come back after (default), or throw. */
  on401?: "sign-in" | "throw";
};

async function attempt(method: string, path: string, body: unknown, options: Options): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const headers: Record<string, string> = { accept: "application/json" };
  const isFile = body instanceof Blob;
  if (body !== undefined) headers["content-type"] = isFile ? body.type : "application/json";
  if (options.idempotencyKey) headers["idempotency-key"] = options.idempotencyKey;
  try {
    return await fetch(path, {
      method,
      headers,
      cache: "no-store",
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
      ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ApiError(
      timeout.aborted
        ? { status: 0, code: "TIMEOUT", message: "No answer in time" }
        : { status: 0, code: "NETWORK", message: "The server could not be reached" },
    );
  }
}

/** What an answer other than success means. */
export async function failureOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const envelope = body && typeof body === "object" ? (body as Record<string, unknown>) : {};
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  return new ApiError({
    status: response.status,
    code: text(envelope.code) ?? (response.status >= 502 ? "UNAVAILABLE" : "INTERNAL"),
    message: text(envelope.error) ?? response.statusText,
    details: envelope.details as Record<string, unknown> | undefined,
    requestId: text(envelope.request_id) ?? response.headers.get("x-request-id") ?? undefined,
    retryAfter: Number(response.headers.get("retry-after")) || undefined,
  });
}

/** Leaves for the sign-in page, which leads back here. */
export function goToSignIn(): never {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
  throw new ApiError({ status: 401, code: "UNAUTHENTICATED", message: "Signed out" });
}

async function request<T>(method: string, path: string, body: unknown, options: Options): Promise<T> {
  const delays = method === "GET" ? RETRY_DELAYS_MS : [];
  for (let tried = 0; ; tried++) {
    try {
      const response = await attempt(method, path, body, options);
      if (response.status === 401 && options.on401 !== "throw") goToSignIn();
      if (!response.ok) throw await failureOf(response);
      return (response.status === 204 ? undefined : await response.json()) as T;
    } catch (error) {
      const delay = delays[tried];
      const lost = error instanceof ApiError && error.code === "NETWORK";
      if (!lost || delay === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}

/** `api.get("/api/…")` and its siblings answer the parsed JSON or throw `ApiError` (AbortError when aborted). */
export const api = {
  get: <T>(path: string, options: Options = {}) => request<T>("GET", path, undefined, options),
  post: <T>(path: string, body: unknown = {}, options: Options = {}) =>
    request<T>("POST", path, body, options),
  put: <T>(path: string, body: unknown, options: Options = {}) => request<T>("PUT", path, body, options),
  patch: <T>(path: string, body: unknown, options: Options = {}) => request<T>("PATCH", path, body, options),
  delete: <T>(path: string, options: Options = {}) => request<T>("DELETE", path, undefined, options),
};
