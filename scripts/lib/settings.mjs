import { existsSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { inRoot, root } from "./paths.mjs";

/**
 * What the launcher itself has to know, before the application's own settings (app/platform/env.server.ts) can be
 * read. `.env` fills what the environment leaves open.
 */
export function loadSettings() {
  if (existsSync(inRoot(".env"))) process.loadEnvFile(inRoot(".env"));
  const { NODE_ENV, GAUNG_DEMO, PORT, GAUNG_HOME, DATABASE_URL } = process.env;
  const production = NODE_ENV === "production";
  if (production && (GAUNG_DEMO === "1" || GAUNG_DEMO === "true")) {
    throw new Failure(
      "NODE_ENV=production and GAUNG_DEMO=1 contradict each other.",
      "Leave one out: production never has demo data.",
    );
  }
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Failure(`PORT is "${PORT}", which is no port.`, "Give a number from 1 to 65535.");
  }
  return {
    production,
    port,
    home: path.resolve(root, GAUNG_HOME || ".gaung"),
    databaseUrl: DATABASE_URL || "",
  };
}
