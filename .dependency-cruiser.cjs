// What may import what. The rules and their reasons: docs/decisions and the map in README.md; tests/architecture shows
// that each of them bites.

/** The modules in the order in which they may know each other: each may know those to its left. */
const MODULES = [
  "institutions",
  "identity",
  "creators",
  "products",
  "campaigns",
  "claims",
  "content",
  "tracking",
  "imports",
  "fraud",
  "social",
  "rewards",
  "impact",
  "notifications",
  "assistance",
  "learning",
];

/** Packages that open a socket or a file on behalf of Gaung, or wrap an outside service. */
const VENDORS = [
  "sharp",
  "bullmq",
  "ioredis",
  "pg",
  "nodemailer",
  "prom-client",
  "flydrive",
  "busboy",
  "yauzl",
  "saxes",
  "csv-parse",
];
const packages = (names) => `node_modules/(${names.join("|")})/`;
const INSIDE = "^app/modules/[^/]+/(commands|queries|internal)/";

const moduleOrder = MODULES.slice(0, -1).map((name, index) => ({
  name: `module-order-${name}`,
  comment: `${name} knows only the modules to its left; to affect one to its right it emits a job.`,
  severity: "error",
  from: { path: `^app/modules/${name}/` },
  to: { path: `^app/modules/(${MODULES.slice(index + 1).join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "kernel-is-pure",
      comment: "The kernel imports zod only (and uuid for its ids).",
      severity: "error",
      from: { path: "^app/kernel/" },
      to: { pathNot: ["^app/kernel/", packages(["zod", "uuid"])] },
    },
    {
      name: "kernel-uuid-for-ids",
      comment: "Ids are made in one place.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/kernel/id\\.ts$" },
      to: { path: packages(["uuid"]) },
    },
    {
      name: "ui-knows-no-domain",
      comment: "The design system imports npm, the kernel and itself.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^(app/(?!ui/|kernel/)|workers/|prisma/|server\\.ts)" },
    },
    {
      name: "platform-knows-no-domain",
      comment: "The platform imports npm, the kernel, itself and the generated Prisma client.",
      severity: "error",
      from: { path: "^app/platform/" },
      to: { path: "^(app/(?!platform/|kernel/)|workers/|prisma/|server\\.ts)" },
    },
    ...moduleOrder,
    {
      name: "module-known",
      comment: "A folder in app/modules has its place in the order (MODULES above).",
      severity: "error",
      from: {},
      to: { path: "^app/modules/", pathNot: `^app/modules/(${MODULES.join("|")})/` },
    },
    {
      name: "module-door",
      comment: "Of another module only its root files, commands and queries may be imported.",
      severity: "error",
      from: { path: "^app/modules/([^/]+)/" },
      to: {
        path: "^app/modules/",
        pathNot: ["^app/modules/$1/", "^app/modules/[^/]+/([^/]+|(commands|queries)/.+)$"],
      },
    },
    {
      name: "module-internal",
      comment: "A module's internal folder is its own.",
      severity: "error",
      from: { pathNot: "^app/modules/" },
      to: { path: "^app/modules/[^/]+/internal/" },
    },
    {
      name: "module-knows-no-shell",
      comment: "Modules know neither the Remix shell nor the processes around them.",
      severity: "error",
      from: { path: "^app/modules/" },
      to: { path: "^(app/[^/]+$|workers/|server\\.ts|prisma/)" },
    },
    {
      name: "queries-never-write",
      comment: "A query imports no command and nothing that sends.",
      severity: "error",
      from: { path: "^app/modules/[^/]+/queries/" },
      to: { path: "^app/(modules/[^/]+/commands/|platform/(outbox|queue|audit|mail)\\.server)" },
    },
    {
      name: "components-see-no-server",
      comment: "Components import ui, kernel, root files, other components and messages of their module.",
      severity: "error",
      from: { path: "^app/modules/([^/]+)/components/" },
      to: {
        path: "^(app|workers|prisma|server\\.ts)",
        pathNot: [
          "^app/(ui|kernel)/",
          "^app/modules/[^/]+/[^/]+$",
          "^app/modules/[^/]+/queries/",
          "^app/modules/$1/(components|messages)/",
        ],
      },
    },
    {
      name: "components-only-types-of-server",
      comment: "From queries and from server files components take types only (import type).",
      severity: "error",
      from: { path: "^app/modules/[^/]+/components/" },
      to: {
        path: ["^app/modules/[^/]+/queries/", "\\.server\\.tsx?$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nobody-imports-routes",
      comment: "Routes are entered by a request only.",
      severity: "error",
      from: { pathNot: "^app/routes/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "routes-stand-alone",
      comment: "A route does not import another route (files in its own folder are its parts).",
      severity: "error",
      from: { path: "^app/routes/([^/]+)" },
      to: { path: "^app/routes/", pathNot: "^app/routes/$1(/|$)" },
    },
    {
      name: "nobody-imports-workers",
      comment: "Workers are entered by a job only.",
      severity: "error",
      from: { pathNot: "^workers/" },
      to: { path: "^workers/" },
    },
    {
      name: "workers-know-no-routes",
      comment: "Routes and workers never import each other.",
      severity: "error",
      from: { path: "^workers/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "prisma-has-its-places",
      comment: "Prisma is touched in commands, queries, internal, platform, prisma/ and tests.",
      severity: "error",
      from: { pathNot: [INSIDE, "^app/platform/", "^prisma/", "^tests/"] },
      to: { path: ["node_modules/(@prisma/|prisma/|\\.prisma/)", "^app/platform/generated/"] },
    },
    {
      name: "routes-hold-no-database",
      comment: "A route calls one command or query; it never opens the database itself.",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/platform/(db|transaction|outbox)\\.server" },
    },
    {
      name: "vendors-in-platform",
      comment: "Vendor SDKs and sharp are wrapped by the platform.",
      severity: "error",
      from: { pathNot: ["^app/platform/", "^prisma/", "^tests/", "^scripts/"] },
      to: { path: packages(VENDORS) },
    },
    {
      name: "no-cycles",
      comment: "Files that need each other are one file, or two that need a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-barrels",
      comment: "The folder says what is public; index files hide it and load everything.",
      severity: "error",
      from: {},
      to: { path: "^app/(kernel|ui|platform|modules)/.*\\bindex\\.tsx?$", pathNot: "[^/]index\\.tsx?$" },
    },
    {
      name: "resolvable",
      comment: "Every import leads somewhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
    {
      name: "shipped-code-needs-no-tools",
      comment: "What runs in production imports no development dependency, no test and no script.",
      severity: "error",
      from: { path: "^(app|workers|server\\.ts)" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "shipped-code-needs-no-tests",
      comment: "Tests and scripts know the application, never the other way round.",
      severity: "error",
      from: { path: "^(app|workers|server\\.ts)" },
      to: { path: "^(tests|scripts)/" },
    },
  ],
  options: {
    // Type imports count: a rule about who may know whom is not softened by erasing the import.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    exclude: { path: "\\.test\\.tsx?$" },
    doNotFollow: { path: ["node_modules", "^app/platform/generated"] },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
      conditionNames: ["import", "types", "node", "default"],
      exportsFields: ["exports"],
    },
  },
};
