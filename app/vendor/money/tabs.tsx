"use client";
// The money page's tabs, each fetched when it is shown: nobody needs two at once.
import { lazily } from "@/components/lazily";
import { Skeleton } from "@/components/ui/skeleton";

const list = <Skeleton className="h-96 rounded-lg" />;

export const PayableList = lazily(() => import("./payable-list").then((module) => module.PayableList), list);
export const PayoutList = lazily(() => import("./payout-list").then((module) => module.PayoutList), list);
export const CashDesk = lazily(() => import("./cash-desk").then((module) => module.CashDesk), list);
