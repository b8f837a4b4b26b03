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

/** Drivers hang whole connections onto their errors: pages of state that say nothing, and more than a log should hold. */
const UNTOLD = ["client", "_connectionParameters", "request", "response"];

/** An error as it is logged. */
export function errorFields(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return Object.fromEntries(
    Object.entries(pino.stdSerializers.err(error)).filter(([name]) => !UNTOLD.includes(name)),
  );
}

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
    serializers: { err: errorFields },
  });
  return root;
}
