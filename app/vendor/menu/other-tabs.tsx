"use client";
// The menu's rarer tabs: one route holds all of them, and the products should not wait for the code of the others.
import { lazily } from "@/components/lazily";

export const Categories = lazily(() => import("./categories").then((module) => module.Categories));
export const PriceRules = lazily(() => import("./prices/price-rules").then((module) => module.PriceRules));
export const OptionGroups = lazily(() => import("./option-groups").then((module) => module.OptionGroups));
