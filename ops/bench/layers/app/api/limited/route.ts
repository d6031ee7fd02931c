// Takes a person's share, behind the middleware that takes an address's.
import { limited } from "../../../limited";

export const GET = limited;
export const dynamic = "force-dynamic";
