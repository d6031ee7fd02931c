// Lighthouse's verdict on the pages that a customer meets first, as a mid-range phone on slow 4G sees them. Lighthouse is large and is needed
// here only: npx fetches it.
import { spawn } from "node:child_process";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.ts";

const LIGHTHOUSE = "lighthouse@13.5.0";
export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const FIGURES = {
  lcp: "largest-contentful-paint",
  cls: "cumulative-layout-shift",
  tbt: "total-blocking-time",
} as const;

type Report = {
  categories: Record<string, { score: number }>;
  audits: Record<string, { numericValue: number }>;
};
export type Verdict = { scores: number[]; lcp: number; cls: number; tbt: number };

/**
 * Measures one page once.
 * @returns scores of 100 in the order of CATEGORIES; LCP and TBT in ms
 * @throws Error when Lighthouse cannot be fetched or fails
 */
export async function lighthouse(url: string): Promise<Verdict> {
  const { executablePath = chromium.executablePath() } = launchOptions;
  const report = JSON.parse(
    await printed(
      [
        ...["--yes", LIGHTHOUSE, url, "--output=json", "--quiet", "--form-factor=mobile"],
        ...[`--only-categories=${CATEGORIES.join(",")}`, "--chrome-flags=--headless=new --no-sandbox"],
      ],
      { ...process.env, CHROME_PATH: executablePath },
    ),
  ) as Report;
  const figure = (name: keyof typeof FIGURES) => report.audits[FIGURES[name]]?.numericValue ?? Number.NaN;
  return {
    scores: CATEGORIES.map((name) => Math.round(100 * (report.categories[name]?.score ?? 0))),
    lcp: figure("lcp"),
    cls: figure("cls"),
    tbt: figure("tbt"),
  };
}

function printed(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn("npx", args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done, fail) => {
    child.on("error", fail).on("close", (code) => {
      if (code === 0) done(Buffer.concat(chunks).toString());
      else fail(new Error(`Lighthouse ended with ${code}.`));
    });
  });
}
