// Behind a middleware that does nothing.
import { answer } from "../../../answer";

export const GET = answer;
export const dynamic = "force-dynamic";
