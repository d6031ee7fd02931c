// What a runner's report says: how many tests passed, and which did not.
import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";

const PROJECT = resolve(import.meta.dirname, "..");
/** Of an error's text: a whole one, with its picture of a page, would fill a screen. */
const SHOWN_LINES = 12;

type Vitest = {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};
type Suite = {
  suites?: Suite[];
  specs: {
    file: string;
    title: string;
    ok: boolean;
    tests: { results: { error?: { message?: string } }[] }[];
  }[];
};
type Playwright = { stats: { expected: number }; suites: Suite[] };
/** `failures`: the test and the beginning of its error. */
export type Report = { passed: number; failures: string[] };

export function readVitest(file: string): Report {
  const { numPassedTests, testResults } = read<Vitest>(file) ?? { numPassedTests: 0, testResults: [] };
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    return status === "failed" && failed.length === 0
      ? [failure(name, "did not run", message)]
      : failed.map((test) => failure(name, test.fullName, test.failureMessages[0]));
  });
  return { passed: numPassedTests, failures };
}

export function readPlaywright(file: string): Report {
  const { stats, suites } = read<Playwright>(file) ?? { stats: { expected: 0 }, suites: [] };
  const failures = suites
    .flatMap(specsOf)
    .filter((spec) => !spec.ok)
    .map((spec) => failure(spec.file, spec.title, spec.tests[0]?.results.at(-1)?.error?.message));
  return { passed: stats.expected, failures };
}

function specsOf({ suites = [], specs }: Suite): Suite["specs"] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function failure(file: string, test: string, error = ""): string {
  const path = file.startsWith(PROJECT) ? relative(PROJECT, file) : file;
  return `${path} > ${test}\n${error.split("\n").slice(0, SHOWN_LINES).join("\n")}`;
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : undefined;
}
