import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { headerTable } from "./lib/platform/headers/table.ts";

const config: NextConfig = {
  // Tests build and serve beside a running `npm run dev`; each needs a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // `npm test` type-checks the whole tree once; a build need not do it again
  turbopack: { root: import.meta.dirname },
  // The menu editor lists the pictures that ship with the site.
  outputFileTracingIncludes: { "/vendor/menu": ["./public/pictures/*.webp"] },
  headers: async () => headerTable(process.env),
};

// Messages are compiled at build time: it spares every page some 9 kB of message parser.
const messages = {
  path: ["./messages/tr", "./messages/en"],
  format: "json" as const,
  locales: "infer" as const,
  precompile: true,
};

export default createNextIntlPlugin({ requestConfig: "./lib/platform/i18n.ts", experimental: { messages } })(
  config,
);
