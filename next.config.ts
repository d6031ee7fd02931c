import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from "next/constants.js";
import createNextIntlPlugin from "next-intl/plugin";
import { buildWorker } from "./lib/browser/worker/build.ts";
import { headerTable } from "./lib/platform/headers/table.ts";

const config: NextConfig = {
  // Tests build and serve beside a running `npm run dev`; each needs a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // `npm test` type-checks the whole tree once; a build need not do it again
  turbopack: { root: import.meta.dirname },
  // Read where they are used, if they are used at all (lib/platform/seeing): bundled they would make every build longer.
  serverExternalPackages: [
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/sdk-trace-node",
    "@sentry/nextjs",
  ],
  // Where a picture is chosen, those that ship with the site are listed.
  outputFileTracingIncludes: {
    "/vendor/branches": ["./public/pictures/*.webp"],
    "/vendor/menu": ["./public/pictures/*.webp"],
  },
  headers: async () => headerTable(process.env),
};

// Messages are compiled at build time: it spares every page some 9 kB of message parser.
const messages = {
  path: ["./messages/tr", "./messages/en"],
  format: "json" as const,
  locales: "infer" as const,
  precompile: true,
};

const whole = createNextIntlPlugin({ requestConfig: "./lib/platform/i18n.ts", experimental: { messages } })(
  config,
);

/**
 * With Sentry's token a build gives Sentry its source maps and deletes them. No more than that is taken of Sentry's wrapper: the rest writes a
 * list of all routes into every page's first load.
 */
export default async function settings(phase: string): Promise<NextConfig> {
  if (phase === PHASE_PRODUCTION_BUILD || phase === PHASE_DEVELOPMENT_SERVER)
    await buildWorker(import.meta.dirname);
  if (!process.env.SENTRY_AUTH_TOKEN) return whole;
  const { withSentryConfig } = await import("@sentry/nextjs/config");
  const { compiler, productionBrowserSourceMaps, turbopack } = withSentryConfig(whole, {
    telemetry: false,
    sourcemaps: { deleteSourcemapsAfterUpload: true },
  });
  const debugIds = turbopack?.debugIds; // by which Sentry finds the map of a file
  return { ...whole, compiler, productionBrowserSourceMaps, turbopack: { ...whole.turbopack, debugIds } };
}
