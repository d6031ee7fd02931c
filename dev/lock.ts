// One stack a data folder. The lock is a listening local socket, so it vanishes with its process, however that ends.
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

function lockPath(dataDir: string): string {
  const name = `kapgel-${createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** True while a stack runs on the data folder. */
export function isLocked(dataDir: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(lockPath(dataDir));
    socket.once("connect", () => done(Boolean(socket.destroy())));
    socket.once("error", () => done(false));
  });
}

/** Takes the folder for this process. Returns the release. Throws a sentence to act on when another stack has it. */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = lockPath(dataDir);
  if (await isLocked(dataDir)) {
    throw new Error(
      `A stack already runs on ${resolve(dataDir)}. Stop it first, or use another folder: KAPGEL_DATA_DIR=/tmp/kapgel npm run dev`,
    );
  }
  if (process.platform !== "win32") rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  server.unref();
  await new Promise<void>((done, fail) => server.once("error", fail).listen(path, done));
  return () => new Promise((done) => server.close(() => done()));
}
