import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { MigrationAdapterFactory } from "./adapter";

/** What wasm-bindgen generates beside the typed API, needed to load the module outside a bundler. */
type Glue = { __wbg_set_wasm(exports: WebAssembly.Exports): void };
type Exports = WebAssembly.Exports & { __wbindgen_start(): void };

export type SchemaEngine = bindings.SchemaEngine;

let loaded = false;

async function load(): Promise<void> {
  if (loaded) return;
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = readFileSync(path.join(path.dirname(glue), "schema_engine_bg.wasm"));
  // The engine reports a panic through this global before it aborts.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`Prisma's schema engine failed: ${message}`);
      },
    },
  });
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  const exports = instance.exports as Exports;
  (bindings as unknown as Glue).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  loaded = true;
}

/**
 * Runs `work` with Prisma's schema engine, compiled to WebAssembly: the same migrations as `prisma migrate`, without
 * a native binary and its download.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await load();
  const factory = new MigrationAdapterFactory(databaseUrl);
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await factory.close();
  }
}
