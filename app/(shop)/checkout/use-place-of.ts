"use client";
// The place the order goes to: the shop's, until changed here; without one, the newest saved address.
import { useState } from "react";
import { type ChosenPlace, placeOfAddress, type SavedAddress } from "../place/place";

/** The place and the way to change it. Another place chosen in the shop takes over. */
export function usePlaceOf(chosen: ChosenPlace | null, addresses: SavedAddress[]) {
  const [first] = addresses;
  const start = chosen ?? (first ? placeOfAddress(first) : null);
  const [state, setState] = useState({ chosen, place: start });
  const same = JSON.stringify(state.chosen) === JSON.stringify(chosen);
  if (!same) setState({ chosen, place: chosen });
  return [same ? state.place : chosen, (place: ChosenPlace) => setState({ chosen, place })] as const;
}
