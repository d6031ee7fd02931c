// A program that runs a stack until it is told to stop: `node program.ts PORT_BASE DATA_DIR`. Prints "ready" when it is up.
import { startStack } from "../../dev/stack.ts";

const [portBase = "", dataDir = ""] = process.argv.slice(2);
try {
  const stack = await startStack({ portBase: Number(portBase), dataDir, workdir: null });
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => stack.stop().then(() => process.exit(0)));
  stack.crashed.then((what) => {
    console.error(what);
    process.exit(3);
  });
  console.log("ready");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
