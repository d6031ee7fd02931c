/** What every measured route answers. */
export const answer = () =>
  Response.json({ status: "healthy" }, { headers: { "Cache-Control": "no-store" } });
