import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const config = createRequire(import.meta.url)(path.join(root, ".dependency-cruiser.cjs"));
const rules: string[] = config.forbidden.map((rule: { name: string }) => rule.name);

// Below the project, so that packages resolve as they do for the real files.
mkdirSync(path.join(root, ".cache"), { recursive: true });
const scratch = mkdtempSync(path.join(root, ".cache/import-rules-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The names of the rules that files break, when cruised as if they were the project. */
async function broken(baseDir: string, entries: string[]): Promise<string[]> {
  const { tsConfig, ...options } = config.options;
  const cruiseOptions: ICruiseOptions = { ...options, baseDir, validate: true, ruleSet: config };
  const { output } = await cruise(entries, cruiseOptions, options.enhancedResolveOptions, {
    tsConfig: extractTSConfig(path.join(root, tsConfig.fileName)),
  });
  const { summary } = output as ICruiseResult;
  return summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`);
}

/** Writes a small project; a file's content is what it imports, or its whole text. */
async function brokenIn(name: string, files: Record<string, string>): Promise<string[]> {
  const baseDir = path.join(scratch, name);
  for (const [file, content] of Object.entries(files)) {
    const whole = path.join(baseDir, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, content || "export const here = 1;\n");
  }
  const entries = ["app", "workers", "server.ts"].filter((entry) =>
    Object.keys(files).some((file) => file === entry || file.startsWith(`${entry}/`)),
  );
  return broken(baseDir, entries);
}

const imports = (...names: string[]) => names.map((name) => `import "${name}";\n`).join("");

/** For each rule one small project that breaks it. */
const violations: Record<string, Record<string, string>> = {
  "kernel-is-pure": { "app/kernel/rupiah.ts": imports("node:fs") },
  "kernel-uuid-for-ids": { "app/platform/thing.server.ts": imports("uuid") },
  "ui-knows-no-domain": {
    "app/ui/card.tsx": imports("../platform/env.server"),
    "app/platform/env.server.ts": "",
  },
  "platform-knows-no-domain": {
    "app/platform/mail.server.ts": imports("../modules/claims/claim"),
    "app/modules/claims/claim.ts": "",
  },
  "module-known": {
    "app/routes/a.tsx": imports("../modules/gossip/gossip"),
    "app/modules/gossip/gossip.ts": "",
  },
  "module-door": {
    "app/modules/claims/claim.ts": imports("../campaigns/components/board"),
    "app/modules/campaigns/components/board.tsx": "",
  },
  "module-internal": {
    "app/routes/a.tsx": imports("../modules/campaigns/internal/facts.server"),
    "app/modules/campaigns/internal/facts.server.ts": "",
  },
  "module-knows-no-shell": { "app/modules/claims/claim.ts": imports("../../i18n"), "app/i18n.ts": "" },
  "queries-never-write": {
    "app/modules/claims/queries/list.server.ts": imports("../commands/accept.server"),
    "app/modules/claims/commands/accept.server.ts": "",
  },
  "components-see-no-server": {
    "app/modules/claims/components/card.tsx": imports("../commands/accept.server"),
    "app/modules/claims/commands/accept.server.ts": "",
  },
  "components-only-types-of-server": {
    "app/modules/claims/components/card.tsx": imports("../queries/list.server"),
    "app/modules/claims/queries/list.server.ts": "",
  },
  "nobody-imports-routes": {
    "app/modules/claims/claim.ts": imports("../../routes/a"),
    "app/routes/a.tsx": "",
  },
  "routes-stand-alone": { "app/routes/a.tsx": imports("./b"), "app/routes/b.tsx": "" },
  "nobody-imports-workers": {
    "app/routes/a.tsx": imports("../../workers/handlers"),
    "workers/handlers.ts": "",
  },
  "workers-know-no-routes": { "workers/handlers.ts": imports("../app/routes/a"), "app/routes/a.tsx": "" },
  "prisma-has-its-places": {
    "app/modules/claims/claim.ts": imports("../../platform/generated/prisma/client"),
    "app/platform/generated/prisma/client.ts": "",
  },
  "routes-hold-no-database": {
    "app/routes/a.tsx": imports("../platform/db.server"),
    "app/platform/db.server.ts": "",
  },
  "vendors-in-platform": { "app/modules/products/commands/add-photo.server.ts": imports("sharp") },
  "no-cycles": { "app/kernel/a.ts": imports("./b"), "app/kernel/b.ts": imports("./a") },
  "no-barrels": { "app/routes/a.tsx": imports("../modules/claims/index"), "app/modules/claims/index.ts": "" },
  resolvable: { "app/kernel/a.ts": imports("./nowhere") },
  "shipped-code-needs-no-tools": { "app/platform/thing.server.ts": imports("vitest") },
  "shipped-code-needs-no-tests": {
    "app/platform/thing.server.ts": imports("../../tests/a"),
    "tests/a.ts": "",
  },
};
for (const [index, name] of moduleNames().entries()) {
  const right = moduleNames()[index + 1];
  if (!right) continue;
  violations[`module-order-${name}`] = {
    [`app/modules/${name}/rules.ts`]: `import type { Fact } from "../${right}/facts";\nexport type Mine = Fact;\n`,
    [`app/modules/${right}/facts.ts`]: "export type Fact = string;\n",
  };
}

function moduleNames(): string[] {
  const order =
    "institutions identity creators products campaigns claims content tracking imports fraud social rewards impact notifications";
  return [...order.split(" "), "assistance", "learning"];
}

describe("import rules", () => {
  test("each has a violation below", () => {
    expect(Object.keys(violations).sort()).toEqual([...rules].sort());
  });

  test.each(Object.entries(violations))("%s bites", async (rule, files) => {
    expect(await brokenIn(rule, files)).toContainEqual(expect.stringContaining(`${rule}: `));
  });

  test("let through what the plan allows", async () => {
    const result = await brokenIn("allowed", {
      "app/kernel/id.ts": imports("zod", "uuid"),
      "app/ui/card.tsx": imports("react", "../kernel/id"),
      "app/platform/db.server.ts": imports("../kernel/id", "pg", "./generated/prisma/client"),
      "app/platform/generated/prisma/client.ts": imports("@prisma/client"),
      "app/platform/outbox.server.ts": imports("./db.server"),
      "app/modules/campaigns/campaign.ts": imports("../../kernel/id"),
      "app/modules/campaigns/queries/board.server.ts": imports("../../../platform/db.server", "../campaign"),
      "app/modules/claims/commands/accept.server.ts": imports(
        "../../campaigns/queries/board.server",
        "../../../platform/outbox.server",
        "../internal/slots.server",
      ),
      "app/modules/claims/internal/slots.server.ts": imports("../../../platform/generated/prisma/client"),
      "app/modules/claims/queries/mine.server.ts": "export type Mine = { id: string };\n",
      "app/modules/claims/components/card.tsx": [
        `import type { Mine } from "../queries/mine.server";`,
        imports("../../../ui/card", "../../campaigns/campaign"),
        "export const show = (mine: Mine) => mine.id;\n",
      ].join("\n"),
      "app/routes/a.tsx": imports(
        "../modules/claims/components/card",
        "../modules/claims/commands/accept.server",
      ),
      "workers/handlers.ts": imports("../app/modules/claims/commands/accept.server"),
    });
    expect(result).toEqual([]);
  });

  test("hold for the project", async () => {
    expect(await broken(root, ["app", "workers", "server.ts"])).toEqual([]);
  });
});
