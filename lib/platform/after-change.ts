// What a process does once it has answered a request that changed something: the queue's kick, set at boot, since routes know no flows.
import "server-only";
import { after } from "next/server";
import { perProcess } from "./per-process";

type Work = (requestId: string) => Promise<void>;

const follower = perProcess<{ work?: Work }>("after-change", () => ({}));

/** Sets what follows each change. */
export function afterEachChange(work: Work): void {
  follower.work = work;
}

/** To be called in a request that changed something: what follows runs after its answer. */
export function changed(requestId: string): void {
  const work = follower.work;
  if (work) after(() => work(requestId));
}
