import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { RequestHandler } from "msw";
import { setupServer } from "msw/node";

/*
 * For `npm run dev`: the mocks of tests/mocks (one file a service, each exporting `handlers`) answer in place of the
 * outside services, so that development needs no keys and reaches nobody. What has no mock goes through.
 */
const folder = path.resolve(import.meta.dirname, "../mocks");
const handlers: RequestHandler[] = [];
for (const name of listMocks()) {
  const mock: { handlers: RequestHandler[] } = await import(pathToFileURL(path.join(folder, name)).href);
  handlers.push(...mock.handlers);
}
setupServer(...handlers).listen({ onUnhandledRequest: "bypass" });

function listMocks(): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".ts"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
