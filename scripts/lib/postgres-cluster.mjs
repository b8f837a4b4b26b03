import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { requireSpace } from "./disk.mjs";
import { explain, Failure } from "./failure.mjs";

/** The superuser inside the embedded cluster. */
export const superuser = "gaung";

/** What lies in the folder of an embedded PostgreSQL. */
export function clusterPaths(directory) {
  const inside = (name) => path.join(directory, name);
  return {
    data: inside("data"),
    unfinished: inside(`data.unfinished-${process.pid}`),
    log: inside("postgres.log"),
    password: inside("password"),
    port: inside("port"),
    pid: path.join(directory, "data", "postmaster.pid"),
  };
}

/**
 * Makes the cluster when there is none, checks that it fits when there is one, and returns its password.
 * A half-made cluster (killed during initdb) never gets the name `data`, so it is recognised and made anew.
 */
export function prepareCluster(directory, binaries, user, { durable }) {
  const paths = clusterPaths(directory);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (existsSync(path.join(paths.data, "PG_VERSION"))) {
      requireMajor(paths, binaries);
      requireOwner(paths.data, user);
      if (!existsSync(paths.password)) resetPassword(paths, binaries, user);
    } else {
      create(directory, paths, binaries, user, durable);
    }
    return readFileSync(paths.password, "utf8").trim();
  } catch (error) {
    throw explain(error);
  }
}

function create(directory, paths, binaries, user, durable) {
  if (existsSync(paths.data)) {
    if (readdirSync(paths.data).length > 0) {
      throw new Failure(
        `${paths.data} is not empty and is not a PostgreSQL data folder.`,
        "Move it away, or set GAUNG_HOME to another folder.",
      );
    }
    rmSync(paths.data, { recursive: true });
  }
  requireSpace(directory, 150, "a new database");
  for (const name of readdirSync(directory).filter((name) => name.startsWith("data.unfinished"))) {
    rmSync(path.join(directory, name), { recursive: true, force: true });
  }
  mkdirSync(paths.unfinished, { mode: 0o700 });
  newPassword(paths);
  own(paths.unfinished, user);
  own(paths.password, user);
  run(binaries.initdb, user, [
    ...["-D", paths.unfinished, "-U", superuser, `--pwfile=${paths.password}`, "--auth=scram-sha-256"],
    // PostgreSQL's own provider: the same order on every machine, whatever locales and ICU it has.
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...(durable ? [] : ["--no-sync"]),
  ]);
  renameSync(paths.unfinished, paths.data);
}

function requireMajor(paths, binaries) {
  const found = readFileSync(path.join(paths.data, "PG_VERSION"), "utf8").trim();
  if (found === binaries.major) return;
  throw new Failure(
    `${paths.data} was written by PostgreSQL ${found}; this version of Gaung brings PostgreSQL ${binaries.major}, which cannot read it.`,
    `Nothing was changed. Start the version of Gaung that wrote it, dump the data with pg_dump, move the folder away, start this version and restore the dump (docs/operations.md, "Upgrade PostgreSQL").`,
    { code: "PG_MAJOR" },
  );
}

function requireOwner(data, user) {
  const { uid } = statSync(data);
  if (user.owner) {
    if (uid !== user.owner.uid) own(data, user, true);
  } else if (uid !== process.getuid?.()) {
    throw new Failure(
      `${data} belongs to another user (id ${uid}).`,
      "Start Gaung as that user, or set GAUNG_HOME to a folder of your own.",
    );
  }
}

/** The password file was lost: PostgreSQL's single-user mode needs none, and sets a new one. */
function resetPassword(paths, binaries, user) {
  const password = newPassword(paths);
  const statement = `ALTER ROLE ${superuser} PASSWORD '${password}';\n`;
  run(binaries.postgres, user, ["--single", "-D", paths.data, "postgres"], statement);
}

function newPassword(paths) {
  const password = randomBytes(24).toString("base64url");
  writeFileSync(paths.password, `${password}\n`, { mode: 0o600 });
  return password;
}

function run(program, user, args, input) {
  const [command, all] = user.wrap(program, args);
  const result = spawnSync(command, all, { input, encoding: "utf8", env: cleanEnvironment() });
  if (result.status === 0) return;
  const said = `${result.stdout ?? ""}${result.stderr ?? ""}`.trim();
  if (/No space left on device/.test(said)) throw Object.assign(new Error(said), { code: "ENOSPC" });
  throw new Failure(
    `${path.basename(program)} failed: ${said.split("\n").slice(-3).join(" ") || result.error?.message || result.signal}`,
    "Look at the message above; docs/operations.md lists what can be done.",
  );
}

/** Hands a file or a whole folder to the account that PostgreSQL runs as (nothing to do for an ordinary user). */
function own(target, user, recursive = false) {
  if (!user.owner) return;
  chownSync(target, user.owner.uid, user.owner.gid);
  if (!recursive || !lstatSync(target).isDirectory()) return;
  for (const name of readdirSync(target)) own(path.join(target, name), user, true);
}

/** The environment without PG* variables, which would bend PostgreSQL's programs to another server. */
export function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));
}
