import { observed } from "@/lib/platform/http/observed";
import { answer } from "./answer";
import { switchLog } from "./log-switch";

const handle = observed(async () => answer());

/** Is counted and timed as every route of the app is; whether it is logged is the path's to say. */
export const watched: typeof handle = (request, context) => {
  switchLog(request.nextUrl.pathname);
  return handle(request, context);
};
