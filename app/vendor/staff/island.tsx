"use client";
// The staff's page, fetched when it is shown: the panel around it is there first.
import { lazily } from "@/components/lazily";
import { LoadingBlock } from "@/components/ui/skeleton";

export const Staff = lazily(
  () => import("./staff").then((module) => module.Staff),
  <LoadingBlock className="h-96" />,
);
