// The visitor's place, for server components.
import "server-only";
import { cookies } from "next/headers";
import { type ChosenPlace, PLACE_COOKIE, readPlace } from "./place";

/** The place in the visitor's cookie, or null when none was chosen yet. */
export async function chosenPlace(): Promise<ChosenPlace | null> {
  return readPlace((await cookies()).get(PLACE_COOKIE)?.value);
}
