import { ApiError } from "@/lib/platform/errors";
import { errorResponse } from "@/lib/platform/http/answer";

/** What no other route answers: 404 in the API's envelope. */
const notFound = () =>
  errorResponse(new ApiError("NOT_FOUND", "There is nothing at this address."), crypto.randomUUID());

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
