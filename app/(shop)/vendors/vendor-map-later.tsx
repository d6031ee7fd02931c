"use client";
// The map of results, whose code comes when it is asked for.
import { lazily } from "@/components/lazily";
import { Skeleton } from "@/components/ui/skeleton";

export const VendorMapLater = lazily(
  () => import("./vendor-map").then((module) => module.VendorMap),
  <Skeleton className="h-[60dvh] min-h-80" />,
);
