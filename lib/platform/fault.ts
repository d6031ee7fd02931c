// Where a test may kill the process, to prove that recovery leaves nothing half done. Does nothing unless a name is set in the environment.
import "server-only";

/** Ends this process at once, as a crash would, when KAPGEL_CRASH_AT names this point. Never in production. */
export function faultPoint(name: string): void {
  if (process.env.KAPGEL_CRASH_AT === name && process.env.VERCEL_ENV !== "production") {
    process.kill(process.pid, "SIGKILL");
  }
}
