// The app's middleware, in front of the routes that are measured with it; and none at all, to see what Next's edge costs alone.
import { type NextRequest, NextResponse } from "next/server";
import { middleware as ours } from "@/middleware";
import { switchLimits } from "./limits-switch";

export const middleware = (request: NextRequest) => {
  const { pathname } = request.nextUrl;
  if (pathname === "/api/edge") return NextResponse.next();
  switchLimits(pathname);
  return ours(request);
};

export const config = {
  matcher: ["/api/edge", "/api/guarded", "/api/unlimited", "/api/limited", "/api/all"],
};
