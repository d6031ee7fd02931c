// Knows whose token it was sent.
import type { NextRequest } from "next/server";
import { tokenOf } from "@/lib/platform/http/actor";
import { subjectOf } from "@/lib/platform/http/limits";
import { answer } from "../../../answer";

export const GET = (request: NextRequest) => {
  const person = subjectOf(tokenOf(request) ?? "");
  return person ? answer() : new Response(null, { status: 401 });
};
export const dynamic = "force-dynamic";
