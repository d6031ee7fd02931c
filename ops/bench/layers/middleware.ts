// The app's middleware, in front of the routes that are measured with it; and none at all, to see what Next's edge costs alone.
import { type NextRequest, NextResponse } from "next/server";
import { middleware as ours } from "@/middleware";

export const middleware = (request: NextRequest) =>
  request.nextUrl.pathname === "/api/edge" ? NextResponse.next() : ours(request);

export const config = { matcher: ["/api/edge", "/api/guarded", "/api/limited", "/api/all"] };
