// The alerts by Prometheus' own tool: they are well formed, fire when they must, and each has a test that would notice its absence.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const PROJECT = resolve(import.meta.dirname, "../..");
const FOLDER = join(PROJECT, "ops/prometheus");
const ALERTS = readFileSync(join(FOLDER, "alerts.yml"), "utf8");
const NAMES = [...ALERTS.matchAll(/- alert: (\w+)/g)].map(([, name]) => name ?? "");

const hasTool = spawnSync("promtool", ["--version"]).status === 0;
if (!hasTool) console.log("No promtool on this machine (Debian: prometheus): the alerts are not tested.");

describe.skipIf(!hasTool)("alerts", () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "kapgel-alerts-"));
    writeFileSync(join(copy, "alerts.test.yml"), readFileSync(join(FOLDER, "alerts.test.yml")));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const promtool = (cwd: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync("promtool", args, { cwd, encoding: "utf8" });
    return { status, said: stdout + stderr };
  };

  it("are well formed", () => {
    expect(promtool(FOLDER, "check", "rules", "alerts.yml")).toMatchObject({ status: 0 });
    expect(NAMES.length).toBeGreaterThan(10);
  });

  it("fire when they must, and no sooner", () => {
    expect(promtool(FOLDER, "test", "rules", "alerts.test.yml")).toMatchObject({ status: 0 });
  });

  it("are each missed by a test when they never fire", () => {
    const mute = ALERTS.replace(/^(\s+expr: ).*/gm, "$1vector(0) > 1");
    writeFileSync(join(copy, "alerts.yml"), mute);
    const { status, said } = promtool(copy, "test", "rules", "alerts.test.yml");
    expect(status).not.toBe(0);
    const missed = new Set([...said.matchAll(/alertname: (\w+)/g)].map(([, name]) => name));
    expect([...missed].sort()).toEqual(NAMES.toSorted());
  });
});

it("each alert leads to a runbook that exists, and each runbook belongs to an alert", () => {
  const urls = [...ALERTS.matchAll(/runbook_url: (\S+)/g)].map(([, url]) => url ?? "");
  expect(urls.length).toBe(NAMES.length);
  expect(new Set(urls).size).toBe(NAMES.length);
  for (const url of urls) expect(existsSync(join(PROJECT, url)), url).toBe(true);
  const index = readFileSync(join(PROJECT, "docs/runbooks/README.md"), "utf8");
  for (const name of NAMES) expect(index).toContain(name);
});
