// Behind the app's middleware.
import { answer } from "../../../answer";

export const GET = answer;
export const dynamic = "force-dynamic";
