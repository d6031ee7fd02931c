// Who acts on what happened. What each subscribes to are rows of the table `consumers`; a test holds the two lists equal.
import type { Consumer } from "@/lib/platform/queue/consumer";

export const consumers: readonly Consumer[] = [];
