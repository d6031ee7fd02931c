// Takes a person's share, behind the middleware that takes an address's; RATE_LIMIT_BACKEND says where they are counted.
import type { NextRequest } from "next/server";
import { tokenOf } from "@/lib/platform/http/actor";
import { admitted, subjectOf } from "@/lib/platform/http/limits";
import { answer } from "../../../answer";

export const GET = async (request: NextRequest) => {
  await admitted(request, subjectOf(tokenOf(request) ?? ""), null);
  return answer();
};
export const dynamic = "force-dynamic";
