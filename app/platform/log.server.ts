import pino, { type Logger } from "pino";
import { env } from "./env.server";

export type { Logger } from "pino";

/** Names under which secrets and personal data travel; pino blanks them wherever they stand. */
const SECRET_NAMES = [
  "password",
  "passwordHash",
  "token",
  "authorization",
  "cookie",
  "set-cookie",
  "secret",
  "apiKey",
  "ip",
  "email",
];

let root: Logger | undefined;

/** The process's logger: JSON lines on stdout, secrets blanked. */
export function log(): Logger {
  root ??= pino({
    level: process.env.NODE_ENV === "test" ? (process.env.LOG_LEVEL ?? "silent") : env().LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SECRET_NAMES.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
      censor: "[hidden]",
    },
    serializers: { err: pino.stdSerializers.err },
  });
  return root;
}
