"use client";
// Keeping a newly chosen place and showing the page for it.
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { keepCookie } from "@/lib/browser/cookie";
import { type ChosenPlace, PLACE_COOKIE, placeValue } from "./place";

/** Keeps a place for the pages that come; what is on screen stays as it is. */
export function rememberPlace(place: ChosenPlace): void {
  keepCookie(PLACE_COOKIE, placeValue(place));
}

/** A function that keeps a place and has the server render the page again for it. */
export function useKeepPlace(): (place: ChosenPlace) => void {
  const router = useRouter();
  return useCallback(
    (place) => {
      rememberPlace(place);
      router.refresh();
    },
    [router],
  );
}
