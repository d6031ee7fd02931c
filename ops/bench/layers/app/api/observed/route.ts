// Counted, timed and, as LOG_LEVEL says, logged as every route of the app is.
import { observed } from "@/lib/platform/http/observed";
import { answer } from "../../../answer";

export const GET = observed(async () => answer());
export const dynamic = "force-dynamic";
