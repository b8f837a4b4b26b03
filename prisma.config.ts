import { defineConfig } from "prisma/config";

// Prisma would download a native schema engine from its own host. `generate` never runs it and migrations go
// through the WebAssembly engine (prisma/migrate.ts), so any executable satisfies the look-up.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
