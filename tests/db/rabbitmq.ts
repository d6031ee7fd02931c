// The real RabbitMQ of this machine (Debian: rabbitmq-server), on ports of its own, for the suites that a broker must pass.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "../../dev/children.ts";

const SERVER = "/usr/lib/rabbitmq/bin/rabbitmq-server";
const PORT = Number(process.env.TEST_PORT_BASE ?? 25320) + 20;
const START_MS = 90_000;

export const hasRabbit = existsSync(SERVER);

/** Starts the broker with empty queues. Returns its URL and how to stop it. */
export async function startRabbit(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "kapgel-rabbit-"));
  writeFileSync(join(folder, "rabbitmq.conf"), `listeners.tcp.1 = 127.0.0.1:${PORT}\n`);
  const env = {
    PATH: process.env.PATH,
    HOME: folder, // where Erlang keeps its cookie
    ERL_CRASH_DUMP: join(folder, "erl_crash.dump"),
    ERL_EPMD_PORT: String(PORT + 2),
    ERL_EPMD_ADDRESS: "127.0.0.1",
    RABBITMQ_NODENAME: "kapgel-test@localhost",
    RABBITMQ_DIST_PORT: String(PORT + 1),
    RABBITMQ_CONFIG_FILE: join(folder, "rabbitmq.conf"),
    RABBITMQ_CONF_ENV_FILE: join(folder, "none"),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, "none"),
    RABBITMQ_MNESIA_BASE: join(folder, "data"),
    RABBITMQ_LOG_BASE: folder,
  };
  // A name server of our own: one that the broker starts would outlive it.
  const names = await startChild("epmd", [], { env });
  const broker = await startChild(SERVER, [], { env });
  let running = true;
  void broker.ended.then(() => {
    running = false;
  });
  const stop = async () => {
    await broker.stop(20_000);
    await names.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_MS;
  while (!(await answers(PORT))) {
    if (!running || Date.now() > deadline) {
      await stop();
      throw new Error("RabbitMQ did not start.");
    }
    await sleep(200);
  }
  return { url: `amqp://guest:guest@127.0.0.1:${PORT}`, stop };
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      done(true);
    });
    socket.on("error", () => done(false));
  });
}
