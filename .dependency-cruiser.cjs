// Who may import whom (docs/decisions): app → components, lib; flows → domains → platform; never backwards, never in a circle.
const DOMAINS =
  "orders|catalog|couriers|wallet|payments|settlement|promotions|documents|identity|notifications|insights|webhooks|operations|projections|staff|desk|disputes|reviews|tracking";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nothing-that-ships-imports-dev-or-tests",
      severity: "error",
      from: { path: "^(app|components|lib|middleware)" },
      to: { path: "^(dev|tests|ops|supabase)/" },
    },
    {
      name: "lib-never-imports-app-or-components",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-never-import-app-or-data-access",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app/|lib/.*/(commands|queries)\\.ts|lib/platform/(supabase|http))" },
    },
    {
      name: "platform-knows-no-domain",
      severity: "error",
      from: { path: "^lib/platform/" },
      to: { path: `^lib/(flows|${DOMAINS})/` },
    },
    {
      name: "domains-never-import-flows",
      severity: "error",
      from: { path: `^lib/(${DOMAINS})/` },
      to: { path: "^lib/flows/" },
    },
    {
      // Shapes may be shared (a courier's task is an order); commands and queries never are.
      name: "domains-share-shapes-only",
      severity: "error",
      from: { path: `^lib/(${DOMAINS})/` },
      to: { path: `^lib/(${DOMAINS})/`, pathNot: ["^lib/$1/", "^lib/[^/]+/schema\\.ts$"] },
    },
    {
      name: "one-place-makes-database-clients",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/(platform/supabase|live/)" },
      to: { path: "@supabase/supabase-js", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next|database\\.types\\.ts$" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
