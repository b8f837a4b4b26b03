import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** Opens npm's Chromium. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = inject("chromium");
  return chromium.launch({
    executablePath,
    // Not the package's own list, which is made for one hosting product and switches web security off.
    args: ["--no-sandbox"],
    env: { ...process.env, ...env } as Record<string, string>,
  });
}
