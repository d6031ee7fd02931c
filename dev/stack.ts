// Starts and stops the whole local stand-in for Supabase, Upstash and a mail server, part by part, in the order they need each other.
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createAuth } from "./auth.ts";
import { type Child, lastLines } from "./children.ts";
import { startGateway } from "./gateway.ts";
import { METRICS_TOKEN, PUBLISHABLE_KEY, SECRET_KEY, UPSTASH_TOKEN } from "./keys.ts";
import { lockFolder } from "./lock.ts";
import { migrate } from "./migrations.ts";
import { forgetAll, remember, stopOrphans } from "./orphans.ts";
import { assertPortsFree, type Ports, portsFrom } from "./ports.ts";
import { databaseUrlOf, startPostgres } from "./postgres.ts";
import { postgrestBinary, startPostgrest } from "./postgrest.ts";
import { attachRealtime } from "./realtime.ts";
import { redisBinary, startRedis } from "./redis.ts";
import { seed } from "./seed.ts";
import { startSmtp } from "./smtp.ts";
import { startUpstash } from "./upstash.ts";
import { vapidKeys } from "./vapid.ts";

export type StackOptions = {
  /** Ports are counted from here (default range: 54320). */
  portBase: number;
  /** Everything that is kept between runs. */
  dataDir: string;
  log?: (line: string) => void;
  /** The folder that holds supabase/migrations and supabase/seed. Default: this project. Null: an empty database. */
  workdir?: string | null;
  /** False leaves the migrated database empty. */
  seed?: boolean;
};

export type Stack = {
  ports: Ports;
  /** What the app needs in its environment. */
  env: Record<string, string>;
  databaseUrl: string;
  /** Resolves, with what happened, when a part ends that nobody stopped. */
  crashed: Promise<string>;
  /** Stops every part in order and frees the data folder. */
  stop(): Promise<void>;
};

const PROJECT = resolve(import.meta.dirname, "..");

/** Starts a stack. Throws a sentence to act on when a port is taken, the folder is in use or a part does not start. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { portBase, log = () => {}, workdir = PROJECT } = options;
  const dataDir = resolve(options.dataDir);
  const ports = portsFrom(portBase);
  const databaseUrl = databaseUrlOf(ports.postgres);
  const undo: (() => Promise<unknown>)[] = [];
  let stopping: Promise<void> | undefined;
  let reportCrash: (what: string) => void = () => {};
  const crashed = new Promise<string>((done) => {
    reportCrash = done;
  });

  const stop = () => {
    stopping ??= (async () => {
      for (const step of undo.reverse()) await step().catch((error) => log(`While stopping: ${error}`));
    })();
    return stopping;
  };
  const watch = (name: string, child: Child, logFile: string) => {
    undo.push(() => child.stop());
    remember(dataDir, child.pid);
    child.ended.then((how) => {
      if (stopping) return;
      const what =
        `${name} stopped unexpectedly (${how}). Its log: ${logFile}\n${lastLines(logFile)}`.trimEnd();
      log(what);
      reportCrash(what);
    });
  };

  const startDatabase = async () => {
    const { child, sql, logFile } = await startPostgres(dataDir, ports.postgres);
    watch("Postgres", child, logFile);
    undo.push(() => sql.end({ timeout: 1 }));
    return sql;
  };
  const startCache = async () => {
    const binary = redisBinary();
    if (!binary) return false;
    const { child, client, logFile } = await startRedis(binary, dataDir, ports.redis);
    watch("Redis", child, logFile);
    const upstash = await startUpstash({ redis: client, port: ports.upstash, token: UPSTASH_TOKEN });
    undo.push(async () => {
      upstash.close();
      upstash.closeAllConnections();
      client.disconnect();
    });
    return true;
  };
  const startRest = async () => {
    const binary = postgrestBinary();
    if (!binary) return null;
    const { child, logFile } = await startPostgrest(binary, {
      dataDir,
      port: ports.postgrest,
      postgresPort: ports.postgres,
    });
    watch("PostgREST", child, logFile);
    return ports.postgrest;
  };

  try {
    mkdirSync(dataDir, { recursive: true });
    undo.push(await lockFolder(dataDir));
    await stopOrphans(dataDir);
    undo.push(async () => forgetAll(dataDir));
    await assertPortsFree(ports, portBase);
    const smtp = await startSmtp({ port: ports.smtp, inboxPort: ports.inbox, folder: join(dataDir, "mail") });
    undo.push(smtp.close);
    const [sql, hasRedis] = await together(startDatabase(), startCache());
    await sql.unsafe(readFileSync(join(import.meta.dirname, "bootstrap.sql"), "utf8"));
    const auth = await createAuth(databaseUrl, sql, join(dataDir, "files"));
    undo.push(auth.close);
    if (workdir) await migrate({ databaseUrl, workdir, dataDir, log });
    const [postgrestPort] = await together(
      startRest(),
      workdir && options.seed !== false ? seed(sql, workdir) : Promise.resolve(),
    );
    const gateway = await startGateway({
      port: ports.gateway,
      postgrestPort,
      auth: auth.handle,
    });
    undo.push(await attachRealtime(gateway.http, sql));
    undo.push(gateway.close);
    const env = { ...environment(ports, databaseUrl, hasRedis), ...messaging(ports, dataDir) };
    return { ports, env, databaseUrl, crashed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for all, also when one fails: what has started by then can be stopped. */
async function together<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return Promise.all([a, b]);
}

function environment(ports: Ports, databaseUrl: string, hasRedis: boolean): Record<string, string> {
  return {
    NEXT_PUBLIC_SUPABASE_URL: `http://127.0.0.1:${ports.gateway}`,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
    SUPABASE_SECRET_KEY: SECRET_KEY,
    DATABASE_URL: databaseUrl,
    CRON_SECRET: "local-cron-secret",
    METRICS_TOKEN,
    KAPGEL_DEMO: "1", // the sign-in page offers the demo accounts
    ...(hasRedis && {
      UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${ports.upstash}`,
      UPSTASH_REDIS_REST_TOKEN: UPSTASH_TOKEN,
    }),
  };
}

function messaging(ports: Ports, dataDir: string): Record<string, string> {
  const { publicKey, privateKey } = vapidKeys(dataDir);
  return {
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: "KapGel <merhaba@kapgel.test>",
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    VAPID_SUBJECT: "mailto:operator@kapgel.test",
    PUSH_HOSTS: "127.0.0.1", // a test's stand-in for a push service
  };
}
