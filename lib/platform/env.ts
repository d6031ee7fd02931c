// The environment, parsed once and at run time. Only middleware.ts has its NEXT_PUBLIC_* from the build: Next inlines them at the edge.
import { z } from "zod";

const text = (min: number, what: string) => z.string({ error: what }).min(min, what);

const Env = z.object({
  NEXT_PUBLIC_SUPABASE_URL: z.url({ error: "must be the project's URL, as https://abc.supabase.co" }),
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: text(1, "must be the publishable key, as sb_publishable_…"),
  SUPABASE_SECRET_KEY: text(1, "must be the secret key, as sb_secret_…"),
  CRON_SECRET: text(16, "must be a random text of at least 16 characters"),
  NEXT_PUBLIC_MAP_STYLE_URL: z.url().optional(),
  KAPGEL_DEMO: z.literal("1").optional(),
});

export type Env = z.infer<typeof Env>;

let parsed: Env | undefined;

/**
 * The server's settings.
 * @throws Error naming every variable that is missing or wrong, all at once.
 */
export function env(): Env {
  if (!parsed) {
    const result = Env.safeParse(process.env);
    if (!result.success) {
      const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
      throw new Error(`The environment is not complete:\n${lines.join("\n")}`);
    }
    parsed = result.data;
  }
  return parsed;
}
