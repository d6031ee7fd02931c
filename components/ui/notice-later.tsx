"use client";
// A Notice for what seldom goes wrong. Its page also calls `useAtHand(loadNotice)`: the network may be what went wrong.
import { lazily } from "../lazily";

export const loadNotice = () => import("./notice").then((module) => module.Notice);
export const NoticeLater = lazily(loadNotice);
