"use client";
// The money page's sections, each fetched when it is shown: nobody needs two at once.
import { lazily } from "@/components/lazily";
import { LoadingBlock } from "@/components/ui/skeleton";

const panel = <LoadingBlock className="h-96" />;

export const Overview = lazily(() => import("./overview").then((module) => module.Overview), panel);
export const SagaDesk = lazily(() => import("./saga-desk").then((module) => module.SagaDesk), panel);
export const WebhookList = lazily(() => import("./webhook-list").then((module) => module.WebhookList), panel);
export const AdjustmentDesk = lazily(
  () => import("./adjustment-desk").then((module) => module.AdjustmentDesk),
  panel,
);
export const PayoutDesk = lazily(() => import("./payout-desk").then((module) => module.PayoutDesk), panel);
export const SettingsForm = lazily(
  () => import("./settings-form").then((module) => module.SettingsForm),
  panel,
);
