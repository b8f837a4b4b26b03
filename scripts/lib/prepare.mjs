import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { requireSpace } from "./disk.mjs";
import { Failure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import { inRoot, root } from "./paths.mjs";
import { nodeBin, run } from "./run.mjs";

/** Refuses a Node that package.json does not allow. Needs nothing installed. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return `Node ${process.versions.node}`;
  throw new Failure(
    `Gaung needs Node 20.19 or newer (21 is left out); this is ${process.versions.node}.`,
    "Install Node 20 or a newer long-term release from https://nodejs.org.",
  );
}

/**
 * Whether node_modules holds what the lockfile says: compares it with the record that npm leaves of what it installed.
 * @param {{ dev: boolean }} needs whether the tools of development have to be there too
 */
export function isInstalled({ dev }) {
  const record = inRoot("node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === "" || entry.link) return true;
    if (!found[name])
      return Boolean(entry.optional || entry.peer || (entry.dev && !dev) || entry.devOptional);
    return found[name].version === entry.version;
  });
}

/** `npm ci` when node_modules is missing or stale. Resolves with what was done. */
export async function ensureInstalled({ dev }, tell) {
  if (isInstalled({ dev })) return "up to date";
  return once("install", tell, async () => {
    if (isInstalled({ dev })) return "up to date";
    requireSpace(root, 1500, "the installation");
    tell("npm ci, one to three minutes the first time");
    const npm = process.env.npm_execpath?.endsWith(".js")
      ? [process.execPath, process.env.npm_execpath]
      : ["npm"];
    const include = dev ? ["--include=dev"] : [];
    await run([...npm, "ci", ...include, "--no-audit", "--no-fund", "--loglevel=error"], {
      title: "npm ci",
      advice: "Check the network and the npm registry (npm config get registry), then run the command again.",
    });
    return "installed what the lockfile says";
  });
}

/** The Prisma client, generated when the schema or Prisma itself changed. */
export async function ensureGenerated(tell) {
  const stamp = inRoot("app/platform/generated/prisma/.fingerprint");
  const current = fingerprint(
    ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"],
    "content",
  );
  if (isStamped(stamp, current)) return "up to date";
  return once("generate", tell, async () => {
    if (isStamped(stamp, current)) return "up to date";
    tell("prisma generate");
    await run([...nodeBin("prisma"), "generate"], { title: "prisma generate" });
    writeFileSync(stamp, current);
    return "generated";
  });
}

const SOURCES = [
  ...["app", "workers", "public", "server.ts", "prisma/schema", "remix.config.js", "vite.config.ts"],
  ...["vite.node.config.ts", "tsconfig.json", "package-lock.json"],
];

/** The production build of web and worker, made when a source file changed. */
export async function ensureBuilt(tell) {
  const stamp = inRoot("build/.fingerprint");
  const current = fingerprint(SOURCES, "mtime");
  if (isStamped(stamp, current)) return "up to date";
  return once("build", tell, async () => {
    if (isStamped(stamp, current)) return "up to date";
    requireSpace(root, 200, "the build");
    // Without this, a NODE_ENV of the caller would make a development build.
    const env = { NODE_ENV: "production" };
    tell("pages");
    await run([...nodeBin("remix"), "vite:build"], { title: "remix vite:build", env });
    tell("web process and worker");
    const config = ["--config", "vite.node.config.ts"];
    await run([...nodeBin("vite"), "build", ...config], { title: "vite build", env });
    writeFileSync(stamp, current);
    return "built";
  });
}

/** Lets one process at a time change the checkout; the others wait and then find the work done. */
async function once(name, tell, work) {
  mkdirSync(inRoot(".cache"), { recursive: true });
  return withLock(inRoot(".cache", `${name}.lock`), () => tell("waiting for another process"), work);
}

function isStamped(stamp, current) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === current;
}

/**
 * A hash over files: by content, or (fast, for many) by size and time of change. Tests and what generation makes do
 * not count.
 */
export function fingerprint(entries, by) {
  const hash = createHash("sha256");
  const add = (file) => {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(file).sort()) if (!isIgnored(name)) add(path.join(file, name));
      return;
    }
    hash.update(`${path.relative(root, file)}\0`);
    hash.update(by === "content" ? readFileSync(file) : `${stat.size} ${stat.mtimeMs}\0`);
  };
  for (const entry of entries) add(inRoot(entry));
  return hash.digest("hex");
}

const isIgnored = (name) => name === "generated" || name === "node_modules" || /\.test\.tsx?$|^\./.test(name);
