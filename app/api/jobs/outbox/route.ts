import { houseQueue } from "@/lib/flows/run-queue";
import { job } from "@/lib/platform/http/job";

const LIMIT_MS = 8_000; // a function's time is short; the next call goes on

export const { GET, POST, PUT, PATCH, DELETE } = job(
  "outbox",
  "Bring what happened to those who act on it",
  async (_, { requestId }) => ({
    handled: await houseQueue(requestId).drain({ parallel: 8, ms: LIMIT_MS }),
  }),
);
