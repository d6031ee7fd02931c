import { openApi } from "@/lib/platform/http/openapi";
import { routes } from "./routes";

const document = openApi(routes);

/** The API's own description, OpenAPI 3.1. */
export const GET = () =>
  Response.json(document, {
    headers: { "Cache-Control": "public, max-age=60", "X-Request-Id": crypto.randomUUID() },
  });
