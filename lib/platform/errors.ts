// Errors as the API speaks them. Postgres raises PT<status> with the code in `hint` and JSON in `details` (app.fail).
import type { PostgrestError } from "@supabase/supabase-js";

/** Every machine code the API can answer with, and its HTTP status. */
export const STATUS_OF = {
  VALIDATION_ERROR: 400,
  INVALID_JSON: 400,
  IDEMPOTENCY_KEY_REQUIRED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ACCOUNT_SUSPENDED: 403,
  VIEW_ONLY: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  INVALID_TRANSITION: 409,
  IDEMPOTENCY_CONFLICT: 409,
  OUT_OF_STOCK: 409,
  VERSION_CONFLICT: 409,
  COURIER_BUSY: 409,
  PRICE_CHANGED: 409,
  SLOT_UNAVAILABLE: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  BRANCH_CLOSED: 422,
  OUTSIDE_DELIVERY_ZONE: 422,
  MINIMUM_ORDER_VALUE: 422,
  PRODUCT_UNAVAILABLE: 422,
  INSUFFICIENT_FUNDS: 422,
  COURIER_OFFLINE: 422,
  COUPON_UNUSABLE: 422,
  ORDERING_PAUSED: 422,
  APPLICATIONS_PAUSED: 422,
  CODE_REQUIRED: 422,
  CODE_WRONG: 422,
  CODE_LOCKED: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof STATUS_OF;
export type Details = Record<string, unknown>;

/** An answer other than success. `message` is a sentence a person can act on; `details` never holds SQL or a stack. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;
  /** Sent with the answer. */
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, message: string, details: Details = {}, headers: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.details = details;
    this.headers = headers;
  }

  get status(): number {
    return STATUS_OF[this.code];
  }
}

// A value got past zod that Postgres cannot hold: bad text, number out of range, wrong type, a CHECK or foreign key refused it.
const UNFIT_VALUE = new Set([
  "22P02",
  "22P05",
  "22023",
  "22021",
  "22003",
  "22007",
  "22008",
  "23502",
  "23503",
  "23514",
]);
// PostgREST could not reach Postgres, Postgres is shutting down or full, took too long, or let one of two that waited for each other go.
const UNREACHABLE = new Set([
  "PGRST000",
  "PGRST001",
  "PGRST002",
  "PGRST003",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08006",
  "57014",
  "40001",
  "40P01",
]);
// No token, a bad one, an expired one.
const BAD_TOKEN = new Set(["PGRST300", "PGRST301", "PGRST302", "PGRST303"]);

/**
 * What a failed database call means to the caller.
 * @returns an ApiError when the database said so on purpose or the cause is known; otherwise the error itself, which answers 500.
 */
export function fromDatabase(error: PostgrestError, status: number): Error {
  if (error.code?.startsWith("PT") && error.hint && error.hint in STATUS_OF) {
    return new ApiError(error.hint as ErrorCode, error.message, parseDetails(error.details));
  }
  if (UNFIT_VALUE.has(error.code)) {
    return new ApiError("VALIDATION_ERROR", "A value in the request is not allowed.");
  }
  if (BAD_TOKEN.has(error.code) || status === 401) {
    return new ApiError("UNAUTHENTICATED", "Sign in to continue.");
  }
  if (error.code === "25006") {
    return new ApiError("VIEW_ONLY", "Nothing can be changed while looking at somebody's account.");
  }
  if (error.code === "42501") {
    return new ApiError("FORBIDDEN", "Your account may not do this.");
  }
  if (UNREACHABLE.has(error.code) || status === 0 || status === 502 || status === 503) {
    return new ApiError("UNAVAILABLE", "The service is busy. Try again in a few seconds.");
  }
  return new Error(`database: ${error.code} ${error.message}`, { cause: error });
}

function parseDetails(details: string | null): Details {
  try {
    return JSON.parse(details ?? "{}") as Details;
  } catch {
    return {};
  }
}
