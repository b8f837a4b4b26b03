import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { explain } from "./failure.mjs";

/** Where an instance keeps what is its own. */
export function homePaths(home) {
  return {
    lock: path.join(home, "instance.lock"),
    postgres: path.join(home, "postgres"),
    secret: path.join(home, "session-secret"),
    logs: path.join(home, "logs"),
  };
}

/** Makes the folder of the instance, for its owner's eyes only, and checks that it can be written. */
export function openHome(home) {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    mkdirSync(homePaths(home).logs, { recursive: true });
    accessSync(home, constants.W_OK);
    return homePaths(home);
  } catch (error) {
    throw explain(error);
  }
}

/** The secret of a local instance: made once, kept, so that sessions and click ids outlive a restart. */
export function sessionSecret(home) {
  const file = homePaths(home).secret;
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
