// Counted and timed.
import { watched } from "../../../watched";

export const GET = watched;
export const dynamic = "force-dynamic";
