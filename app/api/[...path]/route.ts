import { ApiError } from "@/lib/platform/errors";
import { observed } from "@/lib/platform/http/observed";

/** What no other route answers: 404 in the API's envelope. */
const notFound = observed(async () => {
  throw new ApiError("NOT_FOUND", "There is nothing at this address.");
});

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
