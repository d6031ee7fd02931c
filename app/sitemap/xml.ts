// The frame of a site map's files (https://www.sitemaps.org/protocol.html).
import { errorResponse } from "@/lib/platform/http/answer";
import { type Database, databaseAs } from "@/lib/platform/supabase";

const SECONDS = 3600; // a crawler comes again after days

/** The file with the entries that `read` answers, as a stranger sees them; an outage is said as the API says it. */
export async function xmlAnswer(
  root: "sitemapindex" | "urlset",
  read: (db: Database) => Promise<string[]>,
): Promise<Response> {
  const requestId = crypto.randomUUID();
  try {
    const entries = await read(databaseAs(null, requestId));
    return new Response(
      `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</${root}>\n`,
      { headers: { "Content-Type": "application/xml", "Cache-Control": `public, max-age=${SECONDS}` } },
    );
  } catch (error) {
    return errorResponse(error, requestId);
  }
}
