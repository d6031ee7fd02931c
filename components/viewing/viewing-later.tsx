"use client";
// On every page's list and on hardly any page: fetched where it is shown.
import { lazily } from "@/components/lazily";

export const ViewingBanner = lazily(() => import("./viewing-banner").then((module) => module.ViewingBanner));
