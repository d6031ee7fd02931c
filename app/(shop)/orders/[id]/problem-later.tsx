"use client";
// Below the fold of every order's page, and of use to few: fetched after the first paint.
import { lazily } from "@/components/lazily";

export const ProblemCard = lazily(() => import("./problem-card").then((module) => module.ProblemCard));
