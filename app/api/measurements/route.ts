import { noContent } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { counted, Measurement } from "./measurement";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "What a browser has measured: how fast a page was, or that a realtime message has arrived",
    auth: "public",
    body: Measurement,
    maxBytes: 2048,
    status: 204,
    returns: null,
    changes: false,
    handle: async ({ body }) => {
      counted(body);
      return noContent();
    },
  }),
});
