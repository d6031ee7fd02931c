// Counted, timed and logged.
import { watched } from "../../../watched";

export const GET = watched;
export const dynamic = "force-dynamic";
