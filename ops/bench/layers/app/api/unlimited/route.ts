// As limited/, with limits switched off.
import { limited } from "../../../limited";

export const GET = limited;
export const dynamic = "force-dynamic";
