import type { NextRequest } from "next/server";
import { tokenOf } from "@/lib/platform/http/actor";
import { admitted, subjectOf } from "@/lib/platform/http/limits";
import { answer } from "./answer";
import { switchLimits } from "./limits-switch";

/** Lets a person pass who has not asked too often; whether anybody counts is the path's to say. */
export async function limited(request: NextRequest): Promise<Response> {
  switchLimits(request.nextUrl.pathname);
  await admitted(request, subjectOf(tokenOf(request) ?? ""), null);
  return answer();
}
