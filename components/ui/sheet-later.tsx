"use client";
// Sheet and Confirm for a page that opens them rarely: the same, fetched after the page (see `lazySheet`).
import { lazySheet } from "../lazy-sheet";

export const SheetLater = lazySheet(() => import("./sheet").then((module) => module.Sheet));
export const ConfirmLater = lazySheet(() => import("./confirm").then((module) => module.Confirm));
