import type { TestProject } from "vitest/node";
import { ensureChromium } from "../../scripts/lib/chromium.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    chromium: { executablePath: string; env: Record<string, string> };
  }
}

/** Unpacks Chromium once for the run and makes sure that it starts; a machine that lacks a library is told which. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide("chromium", await ensureChromium((text) => console.log(`tests: ${text}`)));
}
