// A Next project for ops/bench/layers.ts alone: the app's own layers around a route that does nothing. Nothing of it ships.
import { resolve } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: resolve(import.meta.dirname, "../../..") },
};

export default config;
