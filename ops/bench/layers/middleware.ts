// The app's middleware, in front of the routes that are measured with it.
export { middleware } from "@/middleware";

export const config = { matcher: ["/api/guarded", "/api/limited", "/api/all"] };
