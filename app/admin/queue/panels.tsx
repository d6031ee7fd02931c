"use client";
// The sections below the figures, each fetched after the page.
import { lazily } from "@/components/lazily";
import { LoadingBlock } from "@/components/ui/skeleton";

const panel = <LoadingBlock className="h-64" />;

export const MinuteChart = lazily(() => import("./minute-chart").then((module) => module.MinuteChart), panel);
export const FailureList = lazily(() => import("./failure-list").then((module) => module.FailureList), panel);
export const ConsumerTable = lazily(
  () => import("./consumer-table").then((module) => module.ConsumerTable),
  panel,
);
export const DeadLetters = lazily(() => import("./dead-letters").then((module) => module.DeadLetters), panel);
export const ReplayedList = lazily(() => import("./replayed-list").then((module) => module.ReplayedList));
export const ScheduleTable = lazily(
  () => import("./schedule-table").then((module) => module.ScheduleTable),
  panel,
);
export const ProjectionTable = lazily(
  () => import("./projection-table").then((module) => module.ProjectionTable),
  panel,
);
