// What a process does once it has answered a request that changed something: the queue's kick, set at boot, since routes know no flows.
import "server-only";
import { after } from "next/server";

type Work = (requestId: string) => Promise<void>;

// Next bundles the boot and the route handlers apart.
const shared = globalThis as typeof globalThis & { kapgelAfterChange?: Work };

/** Sets what follows each change. */
export function afterEachChange(work: Work): void {
  shared.kapgelAfterChange = work;
}

/** To be called in a request that changed something: what follows runs after its answer. */
export function changed(requestId: string): void {
  const work = shared.kapgelAfterChange;
  if (work) after(() => work(requestId));
}
