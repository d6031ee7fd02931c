"use client";
// The sections below the figures, each fetched after the page.
import { lazily } from "@/components/lazily";
import { Loading, Skeleton } from "@/components/ui/skeleton";

const panel = (
  <Loading>
    <Skeleton className="h-64 rounded-lg" />
  </Loading>
);

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
