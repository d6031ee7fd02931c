// A shop's picture. Its name is made of its content, so whoever has it once need not ask again: neither browsers nor what stands before us.
import type { NextRequest } from "next/server";
import { ApiError } from "@/lib/platform/errors";
import { observed } from "@/lib/platform/http/observed";
import { readFile } from "@/lib/platform/storage";

const NAME = /^[0-9a-f-]{36}\/[0-9a-f]{64}\.(webp|jpeg|png)$/;
const FOR_EVER = "public, max-age=31536000, s-maxage=31536000, immutable";

type Context = { params: Promise<{ vendor: string; file: string }> };

export const GET: (request: NextRequest, context: Context) => Promise<Response> = observed(
  async (_request, context) => {
    const { vendor, file } = await context.params;
    const name = `${vendor}/${file}`;
    const picture = NAME.test(name) ? await readFile("pictures", name) : null;
    if (!picture) throw new ApiError("NOT_FOUND", "There is no such picture.");
    const { body, type, size } = picture;
    return new Response(body, {
      headers: { "Content-Type": type, "Content-Length": String(size), "Cache-Control": FOR_EVER },
    });
  },
);
