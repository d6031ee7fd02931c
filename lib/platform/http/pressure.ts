// How hard this process is pressed: by how late its event loop runs, and by how many requests it has open. 1 is where people notice.

const STEP_MS = 50;
const MEMORY_MS = 2000; // of lateness: one long pause (a collection, a busy neighbour) is no crowd, two seconds of them are
const LATE_MS = 1000; // a person feels a second in every answer
const CROWD = 2000; // open requests: several seconds of work, and some tens of kilobytes each
const FEW = 16; // with so few open, refusing them would help nobody: it is not they who keep the process busy

let lateMs = 0;

/** Begins to watch the event loop. `onStep` is called with each look. */
export function watchLoop(onStep: () => void): void {
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    lateMs = remembered(lateMs, now - last);
    last = now;
    onStep();
  }, STEP_MS).unref();
}

/** The pressure with so many requests open. */
export function pressure(open: number): number {
  return open <= FEW ? 0 : Math.max(lateMs / LATE_MS, open / CROWD);
}

/** The lateness, in ms, after `elapsedMs` in which the loop came round once: weighed by time, since a late loop is seldom asked. */
export function remembered(before: number, elapsedMs: number): number {
  const late = Math.max(0, elapsedMs - STEP_MS);
  return before + (late - before) * (1 - Math.exp(-elapsedMs / MEMORY_MS));
}
