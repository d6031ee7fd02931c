/** The process answers. Asks nothing of anyone, so that a slow database does not get a healthy process killed. */
export const GET = () =>
  Response.json(
    { status: "healthy" },
    { headers: { "Cache-Control": "no-store", "X-Request-Id": crypto.randomUUID() } },
  );
export const dynamic = "force-dynamic";
