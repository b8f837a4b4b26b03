import { ensureBuilt } from "../../scripts/lib/prepare.mjs";

/** The journeys run against the production build, made anew when a source changed. */
export default async function setup(): Promise<void> {
  const outcome = await ensureBuilt((text) => console.log(`build: ${text}`));
  if (outcome !== "up to date") console.log(`build: ${outcome}`);
}
