"use client";
// The list of devices, fetched after the page: it stands far below what an account is opened for.
import { lazily } from "@/components/lazily";

export const PushDevices = lazily(() => import("./push-devices").then((module) => module.PushDevices));
