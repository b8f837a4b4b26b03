import { parseArgs } from "node:util";
import { acquireDatabase } from "./lib/database.mjs";

const USAGE = `Usage:
  npm run api-key -- create --institution SLUG --scope conversions:write [--scope stats:read] [--name "Shop"]
  npm run api-key -- list --institution SLUG
  npm run api-key -- revoke --institution SLUG --prefix PREFIX`;

type Options = { institution?: string; scope?: string[]; name?: string; prefix?: string };

function readArguments(): { command: string; options: Options } | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        institution: { type: "string" },
        scope: { type: "string", multiple: true },
        name: { type: "string" },
        prefix: { type: "string" },
      },
    });
    return { command: positionals[0] ?? "", options: values };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

/** What is imported only once the database's address is known, for the settings are read at first use. */
async function application() {
  const [context, scope, keys, create, revoke, schemas] = await Promise.all([
    import("~/modules/identity/context.server"),
    import("~/modules/identity/queries/institution-scope.server"),
    import("~/modules/identity/queries/api-keys.server"),
    import("~/modules/identity/commands/create-api-key.server"),
    import("~/modules/identity/commands/revoke-api-key.server"),
    import("~/modules/identity/identity.schemas"),
  ]);
  return { ...context, ...scope, ...keys, ...create, ...revoke, ...schemas };
}

async function run(command: string, options: Options): Promise<number> {
  const app = await application();
  const ctx = app.systemContext("api-key");
  const institution = options.institution ? await app.institutionScope(ctx, options.institution) : null;
  if (!institution) {
    console.error(
      options.institution ? `There is no institution with the slug "${options.institution}".` : USAGE,
    );
    return options.institution ? 1 : 2;
  }
  if (command === "create") {
    const name = options.name ?? `Command line, ${new Date().toISOString().slice(0, 10)}`;
    const scopes = options.scope?.flatMap((text) => text.split(","));
    const input = app.createApiKeySchema.safeParse({ name, scopes: scopes ?? [] });
    if (!input.success) {
      console.error(`Scopes are: ${app.API_SCOPES.join(", ")}; a name has 2 to 60 letters.\n${USAGE}`);
      return 2;
    }
    const { key } = await app.createApiKey(ctx, { institution, ...input.data });
    console.error(`A key of ${institution.name} (${input.data.scopes.join(", ")}). It is shown this once:`);
    console.log(key);
    return 0;
  }
  const keys = await app.apiKeys(ctx, { institution });
  if (command === "list") {
    for (const key of keys) {
      const state = key.revokedAt ? "withdrawn" : "live";
      const used = key.lastUsedAt?.toISOString() ?? "never used";
      console.log([`gk_${key.prefix}`, state, key.scopes.join(","), used, key.name].join("\t"));
    }
    return 0;
  }
  const wanted = keys.find((key) => key.prefix === options.prefix?.replace(/^gk_/, "").slice(0, 8));
  if (!wanted) {
    console.error(`${institution.name} has no key with that prefix; "list" shows them.`);
    return 1;
  }
  await app.revokeApiKey(ctx, { apiKeyId: wanted.id });
  console.log(`gk_${wanted.prefix} (${wanted.name}) is withdrawn.`);
  return 0;
}

async function main(): Promise<number> {
  const given = readArguments();
  if (!given || !["create", "list", "revoke"].includes(given.command)) {
    console.error(USAGE);
    return 2;
  }
  const database = await acquireDatabase();
  try {
    return await run(given.command, given.options);
  } finally {
    const { disconnectDb } = await import("~/platform/db.server");
    await disconnectDb();
    await database.release();
  }
}

process.exitCode = await main();
