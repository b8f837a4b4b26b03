import path from "node:path";
import { z } from "zod";

const bool = z
  .enum(["0", "1", "true", "false", ""])
  .default("0")
  .transform((text) => text === "1" || text === "true");
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const REDIS_ADDRESS = z.url({ protocol: /^rediss?$/ });

/** Every setting that Gaung reads. `.env.example` explains them to the person who sets them. */
const schema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    /** A local trial of the production build: demo data and accounts, secrets made by the launcher. */
    GAUNG_DEMO: bool,
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default("0.0.0.0"),
    GAUNG_HOME: z.string().min(1).default(".gaung"),
    /** Where clicks are laid down before they are answered; a local, durable disk. */
    SPOOL_DIR: optional(z.string().min(1)),
    SPOOL_MAX_MB: z.coerce.number().int().min(1).max(1_000_000).default(2_048),
    /** Links that a web process holds in memory, some 2 kB each; older ones are looked up when they are clicked. */
    LINK_CACHE_MAX: z.coerce.number().int().min(100).max(10_000_000).default(100_000),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
    /** One address, or several of a Redis Cluster with commas between them. */
    REDIS_URL: optional(
      z
        .string()
        .refine((text) => text.split(",").every((url) => REDIS_ADDRESS.safeParse(url.trim()).success), {
          error: "must be redis://host:port, or several of them with commas between for a Redis Cluster",
        }),
    ),
    SESSION_SECRET: optional(z.string().min(32, "must have at least 32 characters")),
    PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
    /** How many reverse proxies stand before the web process; their X-Forwarded-For entries are trusted. */
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
    MAIL_FROM: z.string().min(3).default("Gaung <gaung@localhost>"),
    /** Clicks are kept so long, in days; figures are kept for good. */
    CLICK_RETENTION_DAYS: z.coerce.number().int().min(7).max(3_650).default(400),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    /** Bearer token that /metrics asks for; without it /metrics answers loopback only. */
    METRICS_TOKEN: optional(z.string().min(16)),
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV !== "production" || env.GAUNG_DEMO) return;
    for (const name of ["SESSION_SECRET", "PUBLIC_URL"] as const) {
      if (!env[name])
        context.addIssue({ code: "custom", path: [name], message: "is required in production" });
    }
  });

export type Env = Omit<z.output<typeof schema>, "SESSION_SECRET" | "PUBLIC_URL" | "SPOOL_DIR"> & {
  SESSION_SECRET: string;
  PUBLIC_URL: string;
  SPOOL_DIR: string;
};

/**
 * Reads the settings. Outside production a missing secret gets a fixed development value and PUBLIC_URL is the
 * local address.
 * @throws Error with one line per faulty setting.
 */
export function parseEnv(source: NodeJS.ProcessEnv): Env {
  const result = schema.safeParse(source);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Settings are wrong (see .env.example):\n${lines.join("\n")}`);
  }
  const env = result.data;
  return {
    ...env,
    GAUNG_HOME: path.resolve(env.GAUNG_HOME),
    SPOOL_DIR: path.resolve(env.SPOOL_DIR ?? path.join(env.GAUNG_HOME, "spool")),
    SESSION_SECRET: env.SESSION_SECRET ?? "development-only-secret-development-only",
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
  };
}

let cached: Env | undefined;

/** The settings of this process, read once at first use. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** For tests that change process.env: the next `env()` reads it anew. */
export function forgetEnv(): void {
  cached = undefined;
}
