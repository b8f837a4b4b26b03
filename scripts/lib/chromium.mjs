import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import { inRoot } from "./paths.mjs";

/** Which Debian package brings a library that Chromium needs (Debian 12 and 13). */
const PACKAGES = {
  "libnss3.so": "libnss3",
  "libnssutil3.so": "libnss3",
  "libsmime3.so": "libnss3",
  "libssl3.so": "libnss3",
  "libnspr4.so": "libnspr4",
  "libplc4.so": "libnspr4",
  "libplds4.so": "libnspr4",
  "libgbm.so.1": "libgbm1",
  "libdrm.so.2": "libdrm2",
  "libasound.so.2": "libasound2",
  "libatk-1.0.so.0": "libatk1.0-0",
  "libatk-bridge-2.0.so.0": "libatk-bridge2.0-0",
  "libatspi.so.0": "libatspi2.0-0",
  "libcups.so.2": "libcups2",
  "libdbus-1.so.3": "libdbus-1-3",
  "libexpat.so.1": "libexpat1",
  "libfontconfig.so.1": "libfontconfig1",
  "libfreetype.so.6": "libfreetype6",
  "libglib-2.0.so.0": "libglib2.0-0",
  "libgobject-2.0.so.0": "libglib2.0-0",
  "libgio-2.0.so.0": "libglib2.0-0",
  "libpango-1.0.so.0": "libpango-1.0-0",
  "libcairo.so.2": "libcairo2",
  "libudev.so.1": "libudev1",
  "libX11.so.6": "libx11-6",
  "libxcb.so.1": "libxcb1",
  "libXcomposite.so.1": "libxcomposite1",
  "libXdamage.so.1": "libxdamage1",
  "libXext.so.6": "libxext6",
  "libXfixes.so.3": "libxfixes3",
  "libXrandr.so.2": "libxrandr2",
  "libxkbcommon.so.0": "libxkbcommon0",
  "libuuid.so.1": "libuuid1",
  "libz.so.1": "zlib1g",
  "libstdc++.so.6": "libstdc++6",
  "libgcc_s.so.1": "libgcc-s1",
};

/**
 * npm's own Chromium, unpacked once into .cache and seen to start.
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>}
 */
export async function ensureChromium(tell = () => {}) {
  const { version } = JSON.parse(
    readFileSync(inRoot("node_modules/@sparticuz/chromium/package.json"), "utf8"),
  );
  const folder = inRoot(".cache", `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(inRoot(".cache"), { recursive: true });
    await withLock(
      inRoot(".cache/chromium.lock"),
      () => tell("waiting for another process"),
      async () => {
        if (!existsSync(folder)) await unpack(folder, tell);
      },
    );
  }
  const executablePath = path.join(folder, "chromium");
  const env = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: path.join(folder, "fonts.conf") };
  await requireStarting(executablePath, env);
  return { executablePath, env };
}

/** The package unpacks into the folder for temporary files, and takes a half-unpacked file for whole: so aside first. */
async function unpack(folder, tell) {
  tell("unpacking Chromium");
  const aside = mkdtempSync(inRoot(".cache/chromium-unpacking-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = aside;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  chmodSync(aside, 0o755);
  chmodSync(path.join(aside, "chromium"), 0o755);
  writeFileSync(path.join(aside, "fonts.conf"), fontsConfiguration(path.join(folder, "fonts")));
  rmSync(folder, { recursive: true, force: true });
  renameSync(aside, folder);
}

/** A machine without fonts gets the ones that come with Chromium. */
function fontsConfiguration(fonts) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}

/** A machine that lacks a library is told the name of the package, not of the symptom. */
async function requireStarting(executablePath, env) {
  const libraries = missingLibraries(executablePath, env);
  if (libraries.length > 0) throw missing(libraries);
  const { chromium } = await import("playwright-core");
  try {
    const options = { executablePath, args: ["--no-sandbox"], env: { ...process.env, ...env } };
    const browser = await chromium.launch(options);
    await browser.close();
  } catch (error) {
    const named = [...error.message.matchAll(/(lib[\w.+-]+\.so[.\d]*): cannot open/g)].map(
      (match) => match[1],
    );
    if (named.length > 0) throw missing(named);
    throw new Failure(
      `Chromium does not start: ${error.message.split("\n")[0]}`,
      'The browser journeys cannot run on this machine; see docs/operations.md, "Chromium for the tests".',
      { cause: error },
    );
  }
}

function missingLibraries(executable, env) {
  const { status, stdout } = spawnSync("ldd", [executable], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (status !== 0 || !stdout) return [];
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}

/** The failure that names what to install; `packages` lists it for a script that may. */
export function missing(libraries) {
  const unique = [...new Set(libraries)];
  const packages = [...new Set(unique.map((library) => PACKAGES[library]).filter(Boolean))];
  const unknown = unique.filter((library) => !PACKAGES[library]);
  const advice = [];
  if (packages.length > 0) {
    advice.push(
      `Install the Debian package${packages.length > 1 ? "s" : ""}: apt-get install ${packages.join(" ")}`,
    );
  }
  if (unknown.length > 0) {
    advice.push(`Find what brings ${unknown.join(", ")}: https://packages.debian.org/file:${unknown[0]}`);
  }
  const failure = new Failure(
    `Chromium cannot start: this machine lacks ${unique.join(", ")}.`,
    advice.join("\n  "),
  );
  return Object.assign(failure, { packages });
}
