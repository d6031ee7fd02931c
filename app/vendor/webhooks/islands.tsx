"use client";
// What the webhook pages show, each fetched when it is shown: the panel around it is there first.
import { lazily } from "@/components/lazily";
import { LoadingBlock } from "@/components/ui/skeleton";

const block = <LoadingBlock className="h-96" />;

export const Endpoints = lazily(() => import("./endpoints").then((module) => module.Endpoints), block);
export const EndpointPanel = lazily(
  () => import("./endpoint-panel").then((module) => module.EndpointPanel),
  block,
);
export const DeliveryLog = lazily(() => import("./delivery-log").then((module) => module.DeliveryLog), block);
